namespace OpenClaw.Channels.Discord.Connection;

/// <summary>How long to wait before the next connection: not at all after one that was good for a while, then longer and longer.</summary>
internal sealed class ReconnectPauses
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(10);

    private int _failures;

    /// <param name="wasLive">Whether the connection came as far as events.</param>
    /// <param name="lived">How long it was there.</param>
    public TimeSpan Next(bool wasLive, TimeSpan lived)
    {
        if (wasLive && lived >= GoodFor)
            _failures = 0;
        return _failures++ == 0 && wasLive ? TimeSpan.Zero : Grown();
    }

    // A tenth more or less by chance, so that many gateways do not come back at one moment.
#pragma warning disable CA5394 // Nothing depends on it being unpredictable.
    private TimeSpan Grown() =>
        TimeSpan.FromTicks((long)Math.Min(Longest.Ticks, First.Ticks * Math.Pow(2, Math.Clamp(_failures - 2, 0, 20)))) * (0.9 + (0.2 * Random.Shared.NextDouble()));
#pragma warning restore CA5394
}
