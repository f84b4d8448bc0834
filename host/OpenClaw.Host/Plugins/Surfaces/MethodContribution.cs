using System.Text.Json;
using OpenClaw.Protocol;
using OpenClaw.Surfaces;

namespace OpenClaw.Host.Plugins.Surfaces;

/// <summary>A method of the gateway protocol that a plugin offers.</summary>
internal sealed record MethodContribution(PluginMethod Method, PluginEntrance<Func<PluginMethodCall, CancellationToken, Task<JsonElement>>> Entrance)
{
    private const int MaxAnswerCharacters = 1024 * 1024;

    public string PluginId => Entrance.PluginId;

    /// <summary>What an operator needs.</summary>
    public string Scope => Method.Scope switch
    {
        PluginMethodScope.Read => OperatorScopes.Read,
        PluginMethodScope.Write => OperatorScopes.Write,
        _ => OperatorScopes.Admin,
    };

    public Task<JsonElement> CallAsync(PluginMethodCall call, CancellationToken cancellationToken) =>
        Entrance.CallAsync(async (handler, token) => Copy(await handler(call, token)), cancellationToken);

    private static JsonElement Copy(JsonElement answer)
    {
        if (answer.ValueKind == JsonValueKind.Undefined)
            throw new InvalidOperationException("The method gave no answer. Return an object, which may be empty.");
        return answer.GetRawText().Length <= MaxAnswerCharacters
            ? answer.Clone()
            : throw new InvalidOperationException($"The method's answer has more than {MaxAnswerCharacters} characters. Answer in pages.");
    }
}
