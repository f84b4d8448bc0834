namespace OpenClaw.Host.Configuration.Model.Gateway;

/// <summary><c>gateway.queue</c>: the inbound work queue.</summary>
internal sealed record GatewayQueueConfig
{
    public int MaxSize { get; init; } = 1000;

    /// <summary>Zero means one per processor.</summary>
    public int Workers { get; init; }

    public int BatchSize { get; init; } = 10;

    /// <summary>Conversations whose messages are taken up at the same time: every worker takes a batch.</summary>
    public int AtOnce => (int)Math.Min(4096, (long)(Workers > 0 ? Workers : Environment.ProcessorCount) * BatchSize);

    /// <summary>How long a message may wait for a free place; behind another run of its session it waits as long as that takes.</summary>
    public TimeSpan MessageTimeout { get; init; } = TimeSpan.FromSeconds(30);
}
