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

    /// <summary>A clock that is set back further makes jobs be planned anew; less only puts them off by as much, and repeats none.</summary>
    public TimeSpan Setback { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The shortest time between two turns of an agent that events start.</summary>
    public TimeSpan WakeInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many such turns of all agents may start within <see cref="WakeWindow"/>.</summary>
    public int WakesPerWindow { get; init; } = 5;

    public TimeSpan WakeWindow { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The longest turn of a heartbeat that sets no limit of its own.</summary>
    public TimeSpan LongestHeartbeat { get; init; } = TimeSpan.FromSeconds(600);

    /// <summary>When a heartbeat that found its session at work, or the day over, looks again.</summary>
    public TimeSpan HeartbeatRetry { get; init; } = TimeSpan.FromMinutes(1);
}
