using OpenClaw.Host.Events;
using OpenClaw.Host.Gateway.Broadcast;
using OpenClaw.Host.Nodes.Live;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Gateway.Connections;

/// <summary>
/// Brings events to everybody, and those of conversations also to nodes that asked for them. Nodes see no broadcasts, so theirs
/// come outside the numbered sequence, in the same order.
/// </summary>
internal sealed class NodeRelay(EventHub hub, NodeListeners nodes, ConnectionRegistry connections) : IEventPublisher
{
    public void Publish(GatewayEvent gatewayEvent)
    {
        hub.Publish(gatewayEvent);
        if (gatewayEvent is not { Name: EventNames.Chat or EventNames.Agent, SessionKey: { } session, Listeners: EventListeners.Everyone, RequiredCapability: null, IsFor: null })
        {
            return;
        }

        foreach (var connectionId in nodes.Of(session))
        {
            connections.SendTo(connectionId, gatewayEvent);
        }
    }
}
