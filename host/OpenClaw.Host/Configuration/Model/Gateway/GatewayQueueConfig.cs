namespace OpenClaw.Host.Configuration.Model.Gateway;

/// <summary><c>gateway.queue</c>: the inbound work queue.</summary>
internal sealed record GatewayQueueConfig
{
    public int MaxSize { get; init; } = 1000;

    /// <summary>Zero means one per processor.</summary>
    public int Workers { get; init; }

    public int BatchSize { get; init; } = 10;

    public TimeSpan MessageTimeout { get; init; } = TimeSpan.FromSeconds(30);
}
