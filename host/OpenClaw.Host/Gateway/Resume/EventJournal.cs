using OpenClaw.Host.Events;
using OpenClaw.Protocol.Catalog;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Host.Gateway.Resume;

/// <summary>The latest events that at least one resumable connection was meant to get, bounded in number and in bytes.</summary>
internal sealed class EventJournal(GatewayOptions options)
{
    private readonly Lock _gate = new();
    private readonly Queue<KeptEvent> _events = new();
    private long _bytes;

    public KeptEvent Keep(GatewayEvent gatewayEvent, EventEntry entry, StateVersion? version)
    {
        var kept = new KeptEvent(gatewayEvent, entry, version);
        lock (_gate)
        {
            _events.Enqueue(kept);
            _bytes += kept.Size;
            while (_events.Count > options.MaxJournalEvents || _bytes > options.MaxJournalBytes)
            {
                var oldest = _events.Dequeue();
                _bytes -= oldest.Size;
                oldest.Forget();
            }
        }

        return kept;
    }
}
