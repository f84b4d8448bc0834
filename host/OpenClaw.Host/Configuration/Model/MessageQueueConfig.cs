namespace OpenClaw.Host.Configuration.Model;

/// <summary><c>messages.queue</c>.</summary>
internal sealed record MessageQueueConfig
{
    public QueueMode Mode { get; init; } = QueueMode.Steer;

    public int Cap { get; init; } = 20;

    public QueueDropPolicy Drop { get; init; } = QueueDropPolicy.Summarize;

    public TimeSpan Debounce { get; init; } = TimeSpan.FromMilliseconds(500);
}
