namespace OpenClaw.Host.Channels.Outbox;

/// <summary>What becomes of a row after an attempt.</summary>
internal sealed record OutboxVerdict
{
    /// <summary><see cref="OutboxState.Sent"/> for the part, <see cref="OutboxState.Queued"/> to wait, else the end of the row.</summary>
    public required OutboxState State { get; init; }

    public IReadOnlyList<string> MessageIds { get; init; } = [];

    public string? ChatId { get; init; }

    public string Code { get; init; } = "";

    public string Reason { get; init; } = "";

    /// <summary>How long the part waits.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Whether the attempt counts against the limit.</summary>
    public bool Counts { get; init; } = true;
}
