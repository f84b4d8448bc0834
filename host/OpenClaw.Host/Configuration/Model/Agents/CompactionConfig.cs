namespace OpenClaw.Host.Configuration.Model.Agents;

/// <summary><c>agents.defaults.compaction</c>: when and how long conversations are summarised.</summary>
internal sealed record CompactionConfig
{
    /// <summary>Whether the gateway summarises by itself; on request it always does.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary><c>safeguard</c> holds summaries to a form and keeps whole turns; anything else takes any summary.</summary>
    public string Mode { get; init; } = "safeguard";

    /// <summary>What summarises; null for the session's own model.</summary>
    public string? Model { get; init; }

    public int KeepRecentTokens { get; init; } = 20_000;

    public int RecentTurnsPreserve { get; init; } = 3;

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(180);

    public bool IsSafeguard => Mode == "safeguard";
}
