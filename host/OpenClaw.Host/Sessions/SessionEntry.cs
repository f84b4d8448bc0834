namespace OpenClaw.Host.Sessions;

/// <summary>A session as stored: who it belongs to, how its last run went and what it has used.</summary>
internal sealed record SessionEntry
{
    public required string Key { get; init; }

    /// <summary>Names the transcript; a reset gives the key a new one.</summary>
    public required string SessionId { get; init; }

    /// <summary>Changes whenever the session starts over.</summary>
    public required string LifecycleRevision { get; init; }

    public required string AgentId { get; init; }

    public required SessionKind Kind { get; init; }

    public required bool IsMain { get; init; }

    public required long CreatedAt { get; init; }

    public required long UpdatedAt { get; init; }

    /// <summary>When the transcript began; nothing before the first message of a session that was only created.</summary>
    public long? SessionStartedAt { get; init; }

    /// <summary>When a person last said something.</summary>
    public long? LastInteractionAt { get; init; }

    /// <summary>When an agent last said something.</summary>
    public long? LastActivityAt { get; init; }

    /// <summary>Given by a person; no two sessions have the same.</summary>
    public string? Label { get; init; }

    public string? DisplayName { get; init; }

    public string? Category { get; init; }

    /// <summary>The session it was made from.</summary>
    public string? ParentKey { get; init; }

    /// <summary>Sessions made from this one, the first of them.</summary>
    public IReadOnlyList<string> Children { get; init; } = [];

    public long? ArchivedAt { get; init; }

    public long? PinnedAt { get; init; }

    public long? ReadAt { get; init; }

    public long? MarkedUnreadAt { get; init; }

    /// <summary>How often the transcript was shortened.</summary>
    public long Compactions { get; init; }

    /// <summary>The beginning of the first message of a person.</summary>
    public string? FirstText { get; init; }

    /// <summary>The beginning of the last message.</summary>
    public string? LastText { get; init; }

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

    /// <summary>What answered last.</summary>
    public string? Provider { get; init; }

    public string? Model { get; init; }

    public SessionSettings Settings { get; init; } = SessionSettings.None;

    /// <summary>Something happened since it was last looked at.</summary>
    public bool IsUnread =>
        MarkedUnreadAt is not null || Math.Max(LastActivityAt ?? 0, LastInteractionAt ?? 0) > (ReadAt ?? 0);

    /// <summary>The transcript began anew and nobody has written into it yet.</summary>
    public bool IsReset => SessionStartedAt is not null && LastInteractionAt is null;

    public string? NameToShow => DisplayName ?? Label ?? Settings.AutoLabel;
}
