namespace OpenClaw.Host.Sessions.Maintenance;

/// <summary>How much of the database the upkeep of sessions may take at a time.</summary>
internal sealed record MaintenanceLimits
{
    /// <summary>Rows that one transaction removes at most.</summary>
    public int SliceRows { get; init; } = 200;

    /// <summary>How long one transaction works at most, the piece in hand aside.</summary>
    public TimeSpan SliceTime { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>What is left to others between two transactions.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>How long after the start the first pass begins.</summary>
    public TimeSpan FirstAfter { get; init; } = TimeSpan.FromMinutes(1);

    public TimeSpan Interval { get; init; } = TimeSpan.FromHours(4);
}
