namespace OpenClaw.Host.Configuration.Model.Sessions;

/// <summary><c>session.maintenance</c>: what the retention pass may remove.</summary>
internal sealed record SessionMaintenanceConfig
{
    /// <summary>False only warns.</summary>
    public bool Enforce { get; init; } = true;

    public TimeSpan PruneAfter { get; init; } = TimeSpan.FromDays(30);

    public int MaxEntries { get; init; } = 5000;

    public long MaxDiskBytes { get; init; } = 10L * 1024 * 1024 * 1024;

    /// <summary>What is left when <see cref="MaxDiskBytes"/> was too much.</summary>
    public long HighWaterBytes { get; init; } = 8L * 1024 * 1024 * 1024;

    /// <summary>How long transcripts without a session are kept; null for ever.</summary>
    public TimeSpan? ArchiveRetention { get; init; } = TimeSpan.FromDays(30);
}
