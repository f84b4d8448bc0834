namespace OpenClaw.Host.Scheduling.Jobs;

/// <summary>When a job runs: once, at an interval, or by a cron expression.</summary>
internal sealed record CronSchedule
{
    public required string Kind { get; init; }

    /// <summary>The moment of a job that runs once; without an offset it is UTC.</summary>
    public string? At { get; init; }

    public long? EveryMs { get; init; }

    /// <summary>A moment from which the interval is counted.</summary>
    public long? AnchorMs { get; init; }

    /// <summary>Five fields, or six with seconds first.</summary>
    public string? Expr { get; init; }

    /// <summary>The time zone of the expression; that of the host without one.</summary>
    public string? Tz { get; init; }

    /// <summary>Runs are put off by a part of this that is fixed for each job.</summary>
    public long? StaggerMs { get; init; }
}
