namespace OpenClaw.Host.Sessions.Runs;

/// <summary>A run as stored. Its id is the idempotency key of the request that asked for it.</summary>
internal sealed record RunRecord
{
    public required string RunId { get; init; }

    public required string SessionKey { get; init; }

    public required string SessionId { get; init; }

    public required string AgentId { get; init; }

    public required RunSurface Surface { get; init; }

    public required RunState State { get; init; }

    /// <summary>The life of the process that owns the run; only that one may write for it.</summary>
    public required string BootId { get; init; }

    public required long AcceptedAt { get; init; }

    public long? StartedAt { get; init; }

    public long? EndedAt { get; init; }

    public required RunInput Input { get; init; }

    /// <summary>How often it was started; a restart of the gateway starts it again.</summary>
    public int Attempts { get; init; }

    /// <summary>Where its message is in the transcript, once it is there.</summary>
    public long? MessageSeq { get; init; }

    /// <summary>The run that took the message over.</summary>
    public string? MergedInto { get; init; }

    /// <summary>Set when the run has ended.</summary>
    public RunOutcome? Outcome { get; init; }

    public bool HasEnded => EndedAt is not null;
}
