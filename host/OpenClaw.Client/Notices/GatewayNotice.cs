namespace OpenClaw.Client.Notices;

/// <summary>Something a <see cref="GatewaySubscription"/> hands on, in the order it happened.</summary>
public abstract record GatewayNotice
{
    private protected GatewayNotice()
    {
    }
}
