using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Plugins.Loading;

namespace OpenClaw.Host.Plugins.Lifecycle;

/// <summary>What the host's container gives to every generation.</summary>
internal sealed class PluginEnvironment(PluginHostOptions options, TimeProvider clock, ILoggerFactory loggers, ISecretRegistry secrets)
{
    public PluginHostOptions Options { get; } = options;

    public TimeProvider Clock { get; } = clock;

    public ILoggerFactory Loggers { get; } = loggers;

    public ISecretRegistry Secrets { get; } = secrets;

    public PluginLog Log { get; } = new(loggers.CreateLogger<PluginHost>());

    public ShadowCopy ShadowCopies { get; } = new(options.CacheDirectory);
}
