using System.Diagnostics;
using System.Text.Json.Serialization;

namespace OpenClaw.Plugins;

/// <summary>
/// A secret in a plugin's settings: its text, or the name of an environment variable that holds it. It never shows what it holds, neither as
/// text nor in a debugger nor as JSON; the only way to the text is <see cref="Reveal"/>, which tells the gateway's redaction first.
/// </summary>
/// <remarks>In configuration it is written <c>"text"</c> or <c>{ "source": "env", "id": "NAME" }</c>.</remarks>
[DebuggerDisplay(Hidden)]
[JsonConverter(typeof(SecretRefJsonConverter))]
public sealed class SecretRef
{
    /// <summary>What stands for every secret.</summary>
    internal const string Hidden = "***";

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string? _text;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string? _variable;

    private SecretRef(string? text, string? variable)
    {
        _text = text;
        _variable = variable;
    }

    /// <summary>Wraps a text.</summary>
    /// <param name="text">The secret itself.</param>
    public static SecretRef FromText(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        return new SecretRef(text, variable: null);
    }

    /// <summary>Refers to an environment variable of the gateway, which is read at each <see cref="Reveal"/>.</summary>
    /// <param name="name">The variable's name.</param>
    public static SecretRef FromEnvironment(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new SecretRef(text: null, name);
    }

    /// <summary>Gives the text, after registering it with the scope, so that logs, errors and events of the gateway never show it.</summary>
    /// <param name="scope">The plugin's scope.</param>
    /// <exception cref="PluginRegistrationException">The environment variable is not set.</exception>
    public string Reveal(IPluginScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var text = _text ?? Environment.GetEnvironmentVariable(_variable!);
        if (string.IsNullOrEmpty(text))
            throw new PluginRegistrationException($"The environment variable {_variable} is not set. Set it for the gateway and start it again.");
        scope.ProtectSecret(text);
        return text;
    }

    /// <summary>Returns <c>***</c>, always.</summary>
    public override string ToString() => Hidden;
}
