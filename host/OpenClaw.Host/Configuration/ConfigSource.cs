using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Reload;
using OpenClaw.Host.Configuration.Secrets;
using OpenClaw.Host.Configuration.Tree;
using OpenClaw.Host.Diagnostics;

namespace OpenClaw.Host.Configuration;

/// <summary>Holds the snapshot in force. Publishing a new one is a single reference swap; readers never lock.</summary>
internal sealed class ConfigSource : IConfigSource
{
    private readonly ISecretRegistry _secrets;
    private volatile State _state;
    private volatile ConfigLoadResult _latest;

    public ConfigSource(ConfigLoadResult result, ISecretRegistry secrets)
    {
        _secrets = secrets;
        Overrides = result.Overrides;
        _latest = result;
        _state = Prepare(result);
        Known.Note(result.Bytes.Span);
    }

    public event Action? Changed;

    public OpenClawConfig Current => _state.Config;

    /// <summary>What the command line said at the start; it holds for every later load too.</summary>
    public ConfigOverrides Overrides { get; }

    /// <summary>The document behind <see cref="Current"/>, secrets in clear.</summary>
    public ConfigObject Document => _state.Document;

    /// <summary>The same as it is written, before variables are filled in.</summary>
    public ConfigObject Written => _state.Result.Source ?? new ConfigObject();

    /// <summary>What <see cref="Current"/> was made from.</summary>
    public ConfigLoadResult InForce => _state.Result;

    /// <summary>The last valid content of the file, whether or not all of it is in force yet.</summary>
    public ConfigLoadResult Latest
    {
        get => _latest;
        set => _latest = value;
    }

    /// <summary>The content of the file that was dealt with.</summary>
    public KnownContent Known { get; } = new();

    /// <summary>Puts a valid result in force.</summary>
    /// <exception cref="ConfigInvalidException">It has errors; what was in force stays.</exception>
    public void Publish(ConfigLoadResult result)
    {
        _state = Prepare(result);
        Changed?.Invoke();
    }

    private State Prepare(ConfigLoadResult result)
    {
        var config = result.Require();
        var document = result.Resolved ?? new ConfigObject();
        SecretRegistration.Register(_secrets, document, config);
        return new State(config, document, result);
    }

    private sealed record State(OpenClawConfig Config, ConfigObject Document, ConfigLoadResult Result);
}
