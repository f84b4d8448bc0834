using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Events;
using OpenClaw.Host.Plugins.Loading;

namespace OpenClaw.Host.Plugins.Lifecycle;

/// <summary>What the host's container gives to every generation.</summary>
internal sealed class PluginEnvironment(PluginHostOptions options, TimeProvider clock, ILoggerFactory loggers, ISecretRegistry secrets, PluginsMetrics? metrics = null, IServiceProvider? services = null)
{
    public PluginHostOptions Options { get; } = options;

    public TimeProvider Clock { get; } = clock;

    public ILoggerFactory Loggers { get; } = loggers;

    public ISecretRegistry Secrets { get; } = secrets;

    public PluginsMetrics? Metrics { get; } = metrics;

    /// <summary>Looked up when a plugin first has something to tell: the gateway is put together around the plugins.</summary>
    public IEventPublisher? Events => services?.GetService<IEventPublisher>();

    public PluginLog Log { get; } = new(loggers.CreateLogger<PluginHost>());

    public ShadowCopy ShadowCopies { get; } = new(options.CacheDirectory);
}
