namespace OpenClaw.Host.Nodes.Live;

/// <summary>How many turns of an agent a node may start, and whether it says the same thing twice.</summary>
internal sealed class TurnBudget
{
    public const int MaxPerMinute = 20;
    private const long MinuteMs = 60_000;

    // A microphone that hears one sentence reports it more than once.
    private const long EchoMs = 2_000;

    private readonly Lock _lock = new();
    private readonly Queue<long> _starts = new();
    private string? _lastSaid;
    private long _lastSaidAt;

    /// <summary>False when as many were started within the last minute as may be.</summary>
    public bool TryTake(long now)
    {
        lock (_lock)
        {
            while (_starts.TryPeek(out var start) && now - start >= MinuteMs)
            {
                _starts.Dequeue();
            }

            if (_starts.Count >= MaxPerMinute)
            {
                return false;
            }

            _starts.Enqueue(now);
            return true;
        }
    }

    /// <summary>Whether the same was said a moment ago.</summary>
    public bool IsEcho(string said, long now)
    {
        lock (_lock)
        {
            var isEcho = said == _lastSaid && now - _lastSaidAt < EchoMs;
            (_lastSaid, _lastSaidAt) = (said, now);
            return isEcho;
        }
    }
}
