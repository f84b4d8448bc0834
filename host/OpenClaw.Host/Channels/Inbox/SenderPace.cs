using OpenClaw.Channels;

namespace OpenClaw.Host.Channels.Inbox;

/// <summary>
/// A bucket for each sender of an account, so that one who floods fills neither the disk nor the line before others. It counts by the
/// platform's clock: what waited there while nobody listened is no flood.
/// </summary>
internal sealed class SenderPace(InboxLimits limits)
{
    private const int MaxSenders = 10_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Bucket> _buckets = new(StringComparer.Ordinal);

    /// <summary>Takes one message of a sender; false when that is too many.</summary>
    public bool TryTake(InboundMessage message)
    {
        var now = message.SentAt.ToUnixTimeMilliseconds();
        lock (_gate)
        {
            if (!_buckets.TryGetValue(message.Sender.Id, out var bucket))
            {
                if (_buckets.Count >= MaxSenders)
                    Forget(now);
                bucket = new Bucket(limits.SenderBurst, now);
            }

            // Told of the past, it gives nothing back.
            var gained = Math.Max(0, now - bucket.At) / 1_000.0 * limits.SenderPerSecond;
            var level = Math.Min(limits.SenderBurst, bucket.Level + gained);
            _buckets[message.Sender.Id] = new Bucket(level >= 1 ? level - 1 : level, Math.Max(now, bucket.At));
            return level >= 1;
        }
    }

    // Those whose buckets are full again are as good as unknown; where that is nobody, the oldest half goes.
    private void Forget(long now)
    {
        var full = limits.SenderBurst / limits.SenderPerSecond * 1_000;
        foreach (var sender in _buckets.Where(one => now - one.Value.At > full).Select(static one => one.Key).ToList())
            _buckets.Remove(sender);
        if (_buckets.Count < MaxSenders)
            return;
        foreach (var sender in _buckets.OrderBy(static one => one.Value.At).Take(MaxSenders / 2).Select(static one => one.Key).ToList())
            _buckets.Remove(sender);
    }

    private readonly record struct Bucket(double Level, long At);
}
