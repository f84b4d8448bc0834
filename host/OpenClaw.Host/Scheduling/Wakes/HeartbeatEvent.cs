namespace OpenClaw.Host.Scheduling.Wakes;

/// <summary>The payload of the event <c>heartbeat</c> and the answer of <c>last-heartbeat</c>.</summary>
internal sealed record HeartbeatEvent
{
    public required long Ts { get; init; }

    /// <summary><c>sent</c>, <c>ok-empty</c>, <c>ok-token</c>, <c>skipped</c> or <c>failed</c>.</summary>
    public required string Status { get; init; }

    /// <summary>The beginning of what the agent said.</summary>
    public string? Preview { get; init; }

    public long? DurationMs { get; init; }

    public string? Reason { get; init; }

    public string? Channel { get; init; }

    /// <summary>The chat that got the answer.</summary>
    public string? To { get; init; }

    public string? AccountId { get; init; }

    /// <summary>True when nobody is told.</summary>
    public bool? Silent { get; init; }
}
