namespace OpenClaw.Host.Sessions;

/// <summary>Which sessions a list holds, and in which order.</summary>
internal sealed record SessionFilter
{
    public const int DefaultLimit = 100;
    public const int MaxLimit = 1000;

    internal const string Condition =
        """
        ($agent IS NULL OR agent_id = $agent COLLATE NOCASE)
        AND ($agents IS NULL OR instr($agents, char(10) || lower(agent_id) || char(10)) > 0)
        AND ($label IS NULL OR label = $label)
        AND ($category IS NULL OR category = $category)
        AND ($since IS NULL OR updated_at >= $since)
        AND ($before IS NULL OR updated_at < $before)
        AND ($global = 1 OR key <> 'global')
        AND ($unknown = 1 OR kind <> 3)
        AND ($archived IS NULL OR (archived_at IS NOT NULL) = $archived)
        AND ($pinned IS NULL OR (pinned_at IS NOT NULL) = $pinned)
        AND ($interacted = 0 OR last_interaction_at IS NOT NULL)
        AND ($subagents = 1 OR instr(key, ':subagent:') = 0)
        AND ($cron = 1 OR instr(key, ':cron:') = 0)
        AND ($keys IS NULL OR instr($keys, char(10) || key || char(10)) > 0)
        AND ($search IS NULL OR instr(lower(key), $search) > 0 OR instr(lower(coalesce(label, '')), $search) > 0
            OR instr(lower(coalesce(display_name, '')), $search) > 0 OR instr(lower(coalesce(first_text, '')), $search) > 0
            OR instr(session_id, $search) = 1)
        """;

    public string? AgentId { get; init; }

    /// <summary>Only sessions of these agents; everybody's when absent.</summary>
    public IReadOnlyCollection<string>? AgentIds { get; init; }

    public string? Label { get; init; }

    public string? Category { get; init; }

    /// <summary>Part of the key, a name or the title, in any case, or the beginning of the id.</summary>
    public string? Search { get; init; }

    /// <summary>Only sessions that changed at this time or later.</summary>
    public long? UpdatedSince { get; init; }

    /// <summary>Only sessions that have not changed since this time.</summary>
    public long? UpdatedBefore { get; init; }

    public bool IncludeGlobal { get; init; } = true;

    public bool IncludeUnknown { get; init; } = true;

    public bool IncludeSubagents { get; init; } = true;

    public bool IncludeCron { get; init; } = true;

    /// <summary>Only those put away, only others, or both when absent.</summary>
    public bool? Archived { get; init; }

    public bool? Pinned { get; init; }

    public bool RequireInteraction { get; init; }

    /// <summary>Only these; all when absent.</summary>
    public IReadOnlyCollection<string>? Keys { get; init; }

    public SessionOrder SortBy { get; init; }

    public int Limit { get; init; } = DefaultLimit;

    public long Offset { get; init; }

    internal string Order => SortBy switch
    {
        SessionOrder.Interaction => "coalesce(last_interaction_at, 0)",
        SessionOrder.Activity => "max(coalesce(last_activity_at, 0), coalesce(last_interaction_at, 0))",
        _ => "updated_at",
    };

    internal (string Name, object? Value)[] Parameters =>
    [
        ("$agent", AgentId),
        ("$agents", Lines(AgentIds)),
        ("$label", Label),
        ("$category", Category),
        ("$since", UpdatedSince),
        ("$before", UpdatedBefore),
        ("$global", IncludeGlobal ? 1 : 0),
        ("$unknown", IncludeUnknown ? 1 : 0),
        ("$archived", Flag(Archived)),
        ("$pinned", Flag(Pinned)),
        ("$interacted", RequireInteraction ? 1 : 0),
        ("$subagents", IncludeSubagents ? 1 : 0),
        ("$cron", IncludeCron ? 1 : 0),
        ("$keys", Keys is null ? null : $"\n{string.Join('\n', Keys)}\n"),
        ("$search", Search?.ToLowerInvariant()),
    ];

    // Keys and ids hold no control characters, so a line break keeps them apart.
    private static string? Lines(IReadOnlyCollection<string>? ids) => ids is null ? null : $"\n{string.Join('\n', ids).ToLowerInvariant()}\n";

    private static int? Flag(bool? value) => value is { } flag ? (flag ? 1 : 0) : null;
}
