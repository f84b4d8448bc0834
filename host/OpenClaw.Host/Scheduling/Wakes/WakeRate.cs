namespace OpenClaw.Host.Scheduling.Wakes;

/// <summary>Spaces out turns that events start: apart for each agent, and few of them in all.</summary>
internal sealed class WakeRate(SchedulingLimits limits)
{
    // One entry for each agent that was woken within the interval.
    private readonly Dictionary<string, DateTimeOffset> _last = new(StringComparer.Ordinal);
    private readonly Queue<DateTimeOffset> _recent = new();

    /// <summary>Takes a start; where it is too early, nothing is taken and the time to wait is given.</summary>
    public TimeSpan? Take(string agentId, DateTimeOffset now)
    {
        // What lies ahead was noted before the clock was set back.
        while (_recent.TryPeek(out var oldest) && (oldest + limits.WakeWindow <= now || oldest > now))
            _recent.Dequeue();
        foreach (var (agent, at) in _last)
        {
            if (at + limits.WakeInterval <= now || at > now)
                _last.Remove(agent);
        }

        if (_last.TryGetValue(agentId, out var last))
            return last + limits.WakeInterval - now;
        if (_recent.Count >= limits.WakesPerWindow)
            return _recent.Peek() + limits.WakeWindow - now;
        _last[agentId] = now;
        _recent.Enqueue(now);
        return null;
    }
}
