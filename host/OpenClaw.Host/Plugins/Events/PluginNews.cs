using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Events;
using OpenClaw.Host.Plugins.Lifecycle;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Events;

namespace OpenClaw.Host.Plugins.Events;

/// <summary>Tells clients that plugins changed, and the health that its part of them is old. Passes that changed nothing are not told.</summary>
internal sealed class PluginNews(PluginHost plugins, IEventPublisher events, HealthNews health) : IHostedService
{
    private string _told = "";

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _told = Summary();
        plugins.Changed += TellAsync;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        plugins.Changed -= TellAsync;
        return Task.CompletedTask;
    }

    private Task TellAsync(CancellationToken cancellationToken)
    {
        var now = Summary();
        if (now != _told)
        {
            _told = now;
            health.Tell();
            events.Publish(GatewayEvent.Create(
                EventNames.PluginsChanged,
                new PluginsChangedEvent { Generation = plugins.Current.Version },
                ProtocolJsonContext.Default.PluginsChangedEvent));
        }

        return Task.CompletedTask;
    }

    private string Summary() => string.Join(';', plugins.Plugins.Select(static plugin =>
        $"{plugin.Id}|{plugin.Directory}|{plugin.State}|{plugin.Generation}|{plugin.Problem}"));
}
