namespace OpenClaw.Host.Plugins.Budgets;

/// <summary>Spreads what a plugin hands over: a second's worth at once, then evenly. Those in excess wait their turn.</summary>
internal sealed class SendRate(int perSecond, int maxWaiting, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private long _next = clock.GetTimestamp() - clock.TimestampFrequency;

    /// <param name="wait">Until its turn.</param>
    /// <returns>False when too many wait already.</returns>
    public bool TryTake(out TimeSpan wait)
    {
        lock (_lock)
        {
            var now = clock.GetTimestamp();
            var interval = clock.TimestampFrequency / perSecond;
            var earliest = Math.Max(_next, now - clock.TimestampFrequency + interval);
            wait = earliest <= now ? TimeSpan.Zero : clock.GetElapsedTime(now, earliest);
            if (wait.TotalSeconds * perSecond > maxWaiting)
                return false;
            _next = earliest + interval;
            return true;
        }
    }
}
