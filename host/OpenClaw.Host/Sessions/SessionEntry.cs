namespace OpenClaw.Host.Sessions;

/// <summary>A session as stored: who it belongs to, how its last run went and what it has used.</summary>
internal sealed record SessionEntry
{
    public required string Key { get; init; }

    /// <summary>Names the transcript; a reset gives the key a new one.</summary>
    public required string SessionId { get; init; }

    public required string AgentId { get; init; }

    public required SessionKind Kind { get; init; }

    public required bool IsMain { get; init; }

    public required long CreatedAt { get; init; }

    public required long UpdatedAt { get; init; }

    /// <summary>When a person last said something.</summary>
    public long? LastInteractionAt { get; init; }

    /// <summary>When an agent last said something.</summary>
    public long? LastActivityAt { get; init; }

    public string? Label { get; init; }

    /// <summary><c>queued</c>, <c>running</c>, <c>done</c>, <c>failed</c>, <c>killed</c> or <c>timeout</c>.</summary>
    public string? Status { get; init; }

    public long? StartedAt { get; init; }

    public long? EndedAt { get; init; }

    public string? LastRunId { get; init; }

    public string? LastRunError { get; init; }

    public bool AbortedLastRun { get; init; }

    public long InputTokens { get; init; }

    public long OutputTokens { get; init; }

    /// <summary>Tokens of the last prompt; how full the context is.</summary>
    public long TotalTokens { get; init; }

    public string? Provider { get; init; }

    public string? Model { get; init; }
}
