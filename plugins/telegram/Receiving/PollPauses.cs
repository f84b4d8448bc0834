namespace OpenClaw.Channels.Telegram.Receiving;

/// <summary>How long to wait after a poll that went wrong.</summary>
internal sealed class PollPauses
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FirstConflict = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestConflict = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan FirstEmpty = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestEmpty = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestAsked = TimeSpan.FromMinutes(10);

    private int _failures;
    private int _conflicts;
    private int _empties;

    public void Good()
    {
        (_failures, _conflicts) = (0, 0);
    }

    public void Full() => _empties = 0;

    public TimeSpan Failure() => Grown(First, Longest, _failures++);

    /// <summary>Another program asks for the same bot: both are refused by turns as long as both go on.</summary>
    public TimeSpan Conflict() => Grown(FirstConflict, LongestConflict, _conflicts++);

    /// <summary>An empty answer that came at once, as servers give that do not wait.</summary>
    public TimeSpan Empty() => Grown(FirstEmpty, LongestEmpty, _empties++);

    public static TimeSpan Asked(TimeSpan? wait) => wait is { } asked && asked < LongestAsked ? asked : LongestAsked;

    // A tenth more or less by chance, so that many gateways do not come back at one moment.
#pragma warning disable CA5394 // Nothing depends on it being unpredictable.
    private static TimeSpan Grown(TimeSpan first, TimeSpan longest, int times) =>
        TimeSpan.FromTicks((long)Math.Min(longest.Ticks, first.Ticks * Math.Pow(2, Math.Min(times, 20)))) * (0.9 + (0.2 * Random.Shared.NextDouble()));
#pragma warning restore CA5394
}
