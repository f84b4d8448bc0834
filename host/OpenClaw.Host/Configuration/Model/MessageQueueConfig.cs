namespace OpenClaw.Host.Configuration.Model;

/// <summary><c>messages.queue</c>.</summary>
internal sealed record MessageQueueConfig
{
    public QueueMode Mode { get; init; } = QueueMode.Steer;

    /// <summary>Modes of single channels.</summary>
    public IReadOnlyDictionary<string, QueueMode> ByChannel { get; init; } = new Dictionary<string, QueueMode>();

    public int Cap { get; init; } = 20;

    public QueueDropPolicy Drop { get; init; } = QueueDropPolicy.Summarize;

    public TimeSpan Debounce { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Quiet times of single channels.</summary>
    public IReadOnlyDictionary<string, TimeSpan> DebounceByChannel { get; init; } = new Dictionary<string, TimeSpan>();

    public QueueMode ModeOf(string? channel) => channel is not null && ByChannel.TryGetValue(channel, out var mode) ? mode : Mode;

    public TimeSpan DebounceOf(string? channel) =>
        channel is not null && DebounceByChannel.TryGetValue(channel, out var quiet) ? quiet : Debounce;
}
