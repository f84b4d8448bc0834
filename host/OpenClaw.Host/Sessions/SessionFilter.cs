namespace OpenClaw.Host.Sessions;

/// <summary>Which sessions a list holds.</summary>
internal sealed record SessionFilter
{
    public const int DefaultLimit = 100;
    public const int MaxLimit = 1000;

    internal const string Condition =
        """
        ($agent IS NULL OR agent_id = $agent COLLATE NOCASE)
        AND ($label IS NULL OR label = $label)
        AND ($since IS NULL OR updated_at >= $since)
        AND ($global = 1 OR key <> 'global')
        AND ($search IS NULL OR instr(lower(key), $search) > 0 OR instr(lower(coalesce(label, '')), $search) > 0)
        """;

    public string? AgentId { get; init; }

    public string? Label { get; init; }

    /// <summary>Part of the key or the label, in any case.</summary>
    public string? Search { get; init; }

    /// <summary>Only sessions that changed at this time or later.</summary>
    public long? UpdatedSince { get; init; }

    public bool IncludeGlobal { get; init; } = true;

    public int Limit { get; init; } = DefaultLimit;

    public long Offset { get; init; }

    internal (string Name, object? Value)[] Parameters =>
    [
        ("$agent", AgentId),
        ("$label", Label),
        ("$since", UpdatedSince),
        ("$global", IncludeGlobal ? 1 : 0),
        ("$search", Search?.ToLowerInvariant()),
    ];
}
