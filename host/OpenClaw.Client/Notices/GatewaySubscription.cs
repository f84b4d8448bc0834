using System.Threading.Channels;

namespace OpenClaw.Client.Notices;

/// <summary>
/// A bounded queue of notices with one reader. When the reader falls behind, the oldest notices are dropped and
/// <see cref="Dropped"/> counts them; the connection itself never waits for a reader.
/// </summary>
public sealed class GatewaySubscription : IAsyncEnumerable<GatewayNotice>, IDisposable
{
    private readonly Channel<GatewayNotice> _queue;
    private readonly NoticeHub _hub;
    private long _dropped;

    internal GatewaySubscription(NoticeHub hub, int capacity)
    {
        _hub = hub;
        _queue = Channel.CreateBounded<GatewayNotice>(
            new BoundedChannelOptions(capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true },
            _ => Interlocked.Increment(ref _dropped));
    }

    /// <summary>Notices lost because they were not read in time.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>Reads until the client ends or the token is cancelled.</summary>
    public IAsyncEnumerator<GatewayNotice> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        _queue.Reader.ReadAllAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);

    /// <summary>Ends the subscription; what is queued can still be read.</summary>
    public void Dispose()
    {
        _hub.Remove(this);
        Complete();
    }

    internal void Offer(GatewayNotice notice) => _queue.Writer.TryWrite(notice);

    internal void Complete() => _queue.Writer.TryComplete();
}
