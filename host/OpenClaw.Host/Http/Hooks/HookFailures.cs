namespace OpenClaw.Host.Http.Hooks;

/// <summary>Counts wrong tokens by address. Who guesses too often is not heard for the rest of the minute; the right token always is.</summary>
internal sealed class HookFailures(TimeProvider time)
{
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    private const int MaxFailures = 20;
    private const int MaxSources = 1_024;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (long Since, int Count)> _failures = new(StringComparer.Ordinal);

    /// <returns>Whether the source has failed too often.</returns>
    public bool Failed(string source)
    {
        lock (_gate)
        {
            var now = time.GetTimestamp();
            if (_failures.Count >= MaxSources)
                Sweep(now);
            // Where there is still no room, strangers share one count.
            var key = _failures.Count < MaxSources || _failures.ContainsKey(source) ? source : "";
            var (since, count) = _failures.GetValueOrDefault(key, (now, 0));
            (since, count) = time.GetElapsedTime(since, now) > Window ? (now, 0) : (since, count);
            _failures[key] = (since, count + 1);
            return count >= MaxFailures;
        }
    }

    public void Succeeded(string source)
    {
        lock (_gate)
            _failures.Remove(source);
    }

    private void Sweep(long now)
    {
        foreach (var (source, (since, _)) in _failures.ToList())
        {
            if (time.GetElapsedTime(since, now) > Window)
                _failures.Remove(source);
        }
    }
}
