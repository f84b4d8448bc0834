namespace OpenClaw.Host.Channels.Outbox;

/// <summary>Bounds of the outbox.</summary>
internal sealed record OutboxLimits
{
    /// <summary>How long a channel may take for one attempt.</summary>
    public TimeSpan AttemptDeadline { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a cancelled attempt may take to return before it is left alone.</summary>
    public TimeSpan AttemptGrace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long attempts may go on when the gateway stops; what is cut off then is unknown where sends cannot be repeated.</summary>
    public TimeSpan StopPatience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Attempts of a part that surely was not sent.</summary>
    public int Attempts { get; init; } = 12;

    /// <summary>Attempts of a part that may have been sent, on channels where that shows it once.</summary>
    public int AttemptsWhenUnknown { get; init; } = 5;

    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromMilliseconds(400);

    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest wait that a platform may ask for.</summary>
    public TimeSpan LongestRetryAfter { get; init; } = TimeSpan.FromHours(6);

    /// <summary>Between looks at an account that runs and is not logged in.</summary>
    public TimeSpan LoginDelay { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Between attempts to write what became of a message.</summary>
    public TimeSpan WriteDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Destinations that are served at once.</summary>
    public int Parallel { get; init; } = 64;

    /// <summary>Destinations of one account that are served at once.</summary>
    public int ParallelPerAccount { get; init; } = 8;

    /// <summary>Messages of one destination before others get their turn.</summary>
    public int Turn { get; init; } = 20;

    /// <summary>Destinations read from disk at once.</summary>
    public int Page { get; init; } = 256;

    /// <summary>The longest sleep of the loop: a clock that was set is noticed within this time.</summary>
    public TimeSpan LongestSleep { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Waiting messages beyond which clients are refused; answers of runs are always taken.</summary>
    public int MaxWaiting { get; init; } = 50_000;

    /// <summary>Messages one text may become.</summary>
    public int MaxParts { get; init; } = 200;

    /// <summary>Bytes of a file that comes with a request.</summary>
    public int MaxFileBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>How long a client waits for its receipt.</summary>
    public TimeSpan ReceiptPatience { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan KeepSent { get; init; } = TimeSpan.FromDays(30);

    public int MaxSent { get; init; } = 100_000;

    public TimeSpan KeepDead { get; init; } = TimeSpan.FromDays(90);

    public int MaxDead { get; init; } = 10_000;
}
