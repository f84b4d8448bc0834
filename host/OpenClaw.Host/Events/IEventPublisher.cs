namespace OpenClaw.Host.Events;

/// <summary>Takes what happened and lets every connection know that may. Never blocks and never throws to the publisher.</summary>
internal interface IEventPublisher
{
    void Publish(GatewayEvent gatewayEvent);
}
