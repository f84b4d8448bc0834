using OpenClaw.Host.Events;
using OpenClaw.Host.Gateway.Connections;
using OpenClaw.Host.Gateway.Dialects;
using OpenClaw.Host.Gateway.Resume;
using OpenClaw.Host.Gateway.Transport;
using OpenClaw.Protocol.Catalog;

namespace OpenClaw.Host.Gateway.Broadcast;

/// <summary>
/// Brings events to the connections that may see them. The payload is encoded once and shared; a connection adds only its own
/// number. Giving an event to a slow connection costs its publisher nothing: it is queued, left out, or ends that connection.
/// </summary>
internal sealed partial class EventHub(
    ConnectionRegistry connections, EventLines lines, SessionSubscriptions subscriptions, StateVersions versions, GatewayMetrics metrics, ILogger<EventHub> logger) : IEventPublisher
{
    public void Publish(GatewayEvent gatewayEvent)
    {
        if (!EventCatalog.TryGet(gatewayEvent.Name, out var entry))
        {
            Log.UnknownEvent(logger, gatewayEvent.Name);
            return;
        }

        var version = gatewayEvent.CarriesStateVersion ? versions.Current : (Protocol.Frames.StateVersion?)null;
        Lazy<CommunityEvent?>? older = null;
        foreach (var (id, connection) in connections)
        {
            if (connection.Line is not null || !subscriptions.Reaches(connection.Caller, gatewayEvent))
            {
                continue;
            }

            Count(connection.Deliver(gatewayEvent, entry, version, out _), id, gatewayEvent.Name);
            if (connection.Community is not null && (older ??= new(() => CommunityEvents.Of(gatewayEvent))).Value is { } translated)
            {
                Count(connection.Deliver(translated, gatewayEvent, entry), id, translated.Name);
            }
        }

        KeptEvent? kept = null;
        foreach (var (line, _) in lines)
        {
            Count(line.Deliver(gatewayEvent, entry, version, ref kept, out var id), id, gatewayEvent.Name);
        }
    }

    private void Count(SendStatus? status, string connectionId, string name)
    {
        switch (status)
        {
            case SendStatus.Queued:
                metrics.Event("sent");
                break;
            case SendStatus.Dropped:
                metrics.Event("dropped");
                break;
            case SendStatus.Overflowed:
                metrics.Event("overflowed");
                Log.SlowConsumer(logger, connectionId, name);
                break;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1010, LogLevel.Warning, "Event {Event} is in no catalogue and reaches nobody.")]
        public static partial void UnknownEvent(ILogger logger, string @event);

        [LoggerMessage(1011, LogLevel.Information, "Connection {ConnectionId} does not read: {Event} would pass its buffer limit, closing it.")]
        public static partial void SlowConsumer(ILogger logger, string connectionId, string @event);
    }
}
