namespace OpenClaw.Host.Scheduling;

/// <summary>Bounds of the room.</summary>
internal sealed record SchedulingLimits
{
    public int MaxJobs { get; init; } = 1_000;

    /// <summary>Finished runs that are kept of each job.</summary>
    public int KeptRunsPerJob { get; init; } = 2_000;

    public TimeSpan KeptRunsFor { get; init; } = TimeSpan.FromDays(7);

    /// <summary>The longest sleep of the loop: a clock that was set is noticed within this time.</summary>
    public TimeSpan LongestSleep { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The shortest time between two turns that events start in a session.</summary>
    public TimeSpan WakeInterval { get; init; } = TimeSpan.FromSeconds(30);
}
