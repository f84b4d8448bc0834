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

    /// <summary>How long an account may be without its platform before that counts against the gateway's readiness.</summary>
    public TimeSpan ConnectGrace { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>A channel that finds no way back by itself for so long is started anew.</summary>
    public TimeSpan LongestSilence { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>So long without a sign of the platform, and what is called a connection is none.</summary>
    public TimeSpan StaleAfter { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Longest of what the host keeps of an error text.</summary>
    public int MaxErrorLength { get; init; } = 500;
}
