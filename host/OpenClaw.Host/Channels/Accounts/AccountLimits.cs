namespace OpenClaw.Host.Channels.Accounts;

/// <summary>Deadlines and pauses of accounts that configuration does not name.</summary>
internal sealed record AccountLimits
{
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(60);

    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Between two looks at a channel's status.</summary>
    public TimeSpan StatusInterval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>A status is a property that costs nothing; one that takes longer hangs.</summary>
    public TimeSpan StatusTimeout { get; init; } = TimeSpan.FromSeconds(5);

    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>After so long without a failure the pauses are short again.</summary>
    public TimeSpan SettledAfter { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Longest of what the host keeps of an error text.</summary>
    public int MaxErrorLength { get; init; } = 500;
}
