namespace OpenClaw.Host.Agents.Events;

/// <summary>A conversation is being summarised, or was.</summary>
internal sealed record CompactionData
{
    public required string Phase { get; init; }

    /// <summary>What made it necessary.</summary>
    public string? Reason { get; init; }

    public bool? Completed { get; init; }

    /// <summary>Whether the same question is asked again now.</summary>
    public bool? WillRetry { get; init; }
}
