namespace OpenClaw.Host.Plugins.Lifecycle;

/// <summary>Ties the plugins to the life of the process.</summary>
internal sealed class PluginHostService(PluginHost plugins, PluginsMetrics metrics) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        metrics.Watch(plugins);
        return plugins.StartAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => plugins.StopAsync();
}
