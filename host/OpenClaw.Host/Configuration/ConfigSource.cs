using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Secrets;
using OpenClaw.Host.Configuration.Tree;
using OpenClaw.Host.Diagnostics;

namespace OpenClaw.Host.Configuration;

/// <summary>Holds the snapshot in force. Publishing a new one is a single reference swap; readers never lock.</summary>
internal sealed class ConfigSource : IConfigSource
{
    private readonly ISecretRegistry _secrets;
    private volatile State _state;

    public ConfigSource(ConfigLoadResult result, ISecretRegistry secrets)
    {
        _secrets = secrets;
        Overrides = result.Overrides;
        _state = Prepare(result);
    }

    public event Action? Changed;

    public OpenClawConfig Current => _state.Config;

    /// <summary>What the command line said at the start; it holds for every later load too.</summary>
    public ConfigOverrides Overrides { get; }

    /// <summary>The document behind <see cref="Current"/>, secrets in clear.</summary>
    public ConfigObject Document => _state.Document;

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
        return new State(config, document);
    }

    private sealed record State(OpenClawConfig Config, ConfigObject Document);
}
