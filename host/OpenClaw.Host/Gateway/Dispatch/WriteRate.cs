namespace OpenClaw.Host.Gateway.Dispatch;

/// <summary>Counts a caller's writes by method in fixed windows. Bounded: when too many callers are known, those whose window is over go first.</summary>
internal sealed class WriteRate(int limit, TimeSpan length, TimeProvider time)
{
    private const int MaxCallers = 4_096;

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Method, string Caller), (long Start, int Count)> _windows = [];

    /// <returns>How long to wait, or null when the write may go on.</returns>
    public TimeSpan? Admit(string method, string caller)
    {
        lock (_gate)
        {
            var now = time.GetTimestamp();
            var key = (method, caller);
            var window = _windows.TryGetValue(key, out var known) && time.GetElapsedTime(known.Start, now) < length ? known : (Start: now, Count: 0);
            if (window.Count >= limit)
            {
                return length - time.GetElapsedTime(window.Start, now);
            }

            if (_windows.Count >= MaxCallers && !_windows.ContainsKey(key))
            {
                MakeRoom(now);
            }

            _windows[key] = (window.Start, window.Count + 1);
            return null;
        }
    }

    private void MakeRoom(long now)
    {
        foreach (var (key, window) in _windows)
        {
            if (time.GetElapsedTime(window.Start, now) >= length)
            {
                _windows.Remove(key);
            }
        }

        // Every one of them is in use: the oldest loses its count, which costs less than refusing a stranger.
        while (_windows.Count >= MaxCallers)
        {
            _windows.Remove(_windows.MinBy(static entry => entry.Value.Start).Key);
        }
    }
}
