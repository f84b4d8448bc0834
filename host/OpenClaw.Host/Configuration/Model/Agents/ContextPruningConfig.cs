namespace OpenClaw.Host.Configuration.Model.Agents;

/// <summary><c>agents.defaults.contextPruning</c>: what models no longer see of old tool results. Transcripts are not changed.</summary>
internal sealed record ContextPruningConfig
{
    public const string CacheTtl = "cache-ttl";

    public string Mode { get; init; } = "off";

    /// <summary>How long a provider's cache lives; while it does, changing the view costs more than it saves.</summary>
    public TimeSpan Ttl { get; init; } = TimeSpan.FromMinutes(5);

    public int KeepLastAssistants { get; init; } = 3;

    /// <summary>Share of the window from which on long results are cut.</summary>
    public double SoftTrimRatio { get; init; } = 0.3;

    /// <summary>Share of the window from which on results are replaced.</summary>
    public double HardClearRatio { get; init; } = 0.5;

    public int MinPrunableToolChars { get; init; } = 50_000;

    public int SoftTrimMaxChars { get; init; } = 4_000;

    public int SoftTrimHeadChars { get; init; } = 1_500;

    public int SoftTrimTailChars { get; init; } = 1_500;

    public bool HardClear { get; init; } = true;

    public string Placeholder { get; init; } = "[Old tool result content cleared]";

    /// <summary>Tools whose results may be pruned; none named means all.</summary>
    public IReadOnlyList<string> AllowedTools { get; init; } = [];

    public IReadOnlyList<string> DeniedTools { get; init; } = [];
}
