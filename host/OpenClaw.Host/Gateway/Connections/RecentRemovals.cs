namespace OpenClaw.Host.Gateway.Connections;

/// <summary>
/// Remembers for a short while whose rights were taken away, for handshakes that were judged before and are registered after.
/// No handshake lasts longer than its deadline, so what is older can be forgotten.
/// </summary>
internal sealed class RecentRemovals(TimeProvider time, TimeSpan handshakeTimeout)
{
    private readonly TimeSpan _memory = handshakeTimeout * 2;

    private readonly Lock _gate = new();
    private readonly Queue<Removal> _removals = new();

    public void Add(string deviceId, string? role)
    {
        lock (_gate)
        {
            var now = time.GetTimestamp();
            while (_removals.TryPeek(out var oldest) && time.GetElapsedTime(oldest.At, now) > _memory)
            {
                _removals.Dequeue();
            }

            _removals.Enqueue(new Removal(deviceId, role, now));
        }
    }

    /// <summary>True when the device lost the role at that moment or later.</summary>
    public bool Since(long moment, string? deviceId, string role)
    {
        if (deviceId is null)
        {
            return false;
        }

        lock (_gate)
        {
            return _removals.Any(removal =>
                removal.At >= moment && removal.DeviceId == deviceId && (removal.Role is null || removal.Role == role));
        }
    }

    private readonly record struct Removal(string DeviceId, string? Role, long At);
}
