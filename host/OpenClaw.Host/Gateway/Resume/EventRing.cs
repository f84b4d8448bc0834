namespace OpenClaw.Host.Gateway.Resume;

/// <summary>What the latest numbers of one connection stood for. Takes room only as events come, and not more than its bound.</summary>
internal sealed class EventRing(int capacity)
{
    private const int FirstRoom = 8;

    private KeptEvent[] _slots = [];
    private int _start;
    private int _count;

    /// <summary>The highest number that was given; 0 before the first.</summary>
    public long Last { get; private set; }

    /// <summary>Notes a number. Numbers that were passed over stand for nothing that could be sent again.</summary>
    public void Add(long seq, KeptEvent kept)
    {
        while (Last + 1 < seq)
        {
            Push(KeptEvent.LeftOut);
        }

        Push(kept);
    }

    /// <summary>What came behind a number, in its order; null when some of it is not here any more.</summary>
    public List<ResumedEvent>? After(long seq)
    {
        var missed = Last - seq;
        if (missed > _count)
        {
            return null;
        }

        var events = new List<ResumedEvent>((int)missed);
        for (var index = _count - (int)missed; index < _count; index++)
        {
            var kept = _slots[(_start + index) % _slots.Length];
            if (kept == KeptEvent.LeftOut)
            {
                continue;
            }

            // Read once: another thread may forget the event meanwhile.
            if (kept.Event is not { } gatewayEvent)
            {
                return null;
            }

            events.Add(new ResumedEvent(kept, gatewayEvent));
        }

        return events;
    }

    private void Push(KeptEvent kept)
    {
        Last++;
        if (_count == _slots.Length && _count < capacity)
        {
            Grow();
        }

        if (_count == _slots.Length)
        {
            _slots[_start] = kept;
            _start = (_start + 1) % _slots.Length;
            return;
        }

        _slots[(_start + _count) % _slots.Length] = kept;
        _count++;
    }

    private void Grow()
    {
        var larger = new KeptEvent[Math.Min(capacity, Math.Max(FirstRoom, _count * 2))];
        for (var index = 0; index < _count; index++)
        {
            larger[index] = _slots[(_start + index) % _slots.Length];
        }

        _slots = larger;
        _start = 0;
    }
}
