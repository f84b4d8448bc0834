using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Events;
using OpenClaw.Host.Plugins.Budgets;
using OpenClaw.Host.Plugins.Crashes;
using OpenClaw.Host.Plugins.Discovery;
using OpenClaw.Host.Plugins.Faults;
using OpenClaw.Host.Plugins.Loading;

namespace OpenClaw.Host.Plugins.Lifecycle;

/// <summary>What the host's container gives to every generation.</summary>
internal sealed class PluginEnvironment(
    PluginHostOptions options, TimeProvider clock, ILoggerFactory loggers, ISecretRegistry secrets, PluginsMetrics? metrics = null, IServiceProvider? services = null)
    : IDisposable
{
    private readonly Lock _lock = new();
    private PoolGuard? _pool;

    public PluginHostOptions Options { get; } = options;

    public TimeProvider Clock { get; } = clock;

    public ILoggerFactory Loggers { get; } = loggers;

    public ISecretRegistry Secrets { get; } = secrets;

    public PluginsMetrics? Metrics { get; } = metrics;

    /// <summary>Looked up when a plugin first has something to tell: the gateway is put together around the plugins.</summary>
    public IEventPublisher? Events => services?.GetService<IEventPublisher>();

    public PluginLog Log { get; } = new(loggers.CreateLogger<PluginHost>());

    public ShadowCopy ShadowCopies { get; } = new(options.CacheDirectory);

    public PluginQuarantine Quarantine { get; } = new(options.Faults, clock);

    public PluginRefusals Refusals { get; } = new();

    public BootMarker Marker { get; } = new(options.MarkerFile);

    /// <summary>Loads and starts one plugin after the other, so that a crash has one suspect; set after a crash, because it takes longer.</summary>
    public bool OneByOne { get; set; }

    /// <summary>The host's container, where a leak report looks too.</summary>
    public IServiceProvider? HostServices => services;

    /// <summary>Keeps the pool moving. Only strangers are watched, so a gateway without any has no thread for it.</summary>
    public void Watch(PluginOrigin origin)
    {
        if (origin == PluginOrigin.Shipped)
            return;
        lock (_lock)
            (_pool ??= new PoolGuard(Log.PoolStoodStill)).Start();
    }

    public void Dispose()
    {
        _pool?.Dispose();
        Marker.Dispose();
        Quarantine.Dispose();
    }
}
