namespace OpenClaw.Host.Scheduling.Store;

/// <summary>A stretch of the list of runs.</summary>
/// <param name="Entries">The runs.</param>
/// <param name="Total">How many there are in all.</param>
internal sealed record RunPage(IReadOnlyList<CronRunEntry> Entries, long Total);
