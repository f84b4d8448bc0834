namespace OpenClaw.Host.Channels.Outbox;

/// <summary>One account: the destinations that are served, and those read from disk whose turn comes next.</summary>
internal sealed class OutboxLane
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _active = new(StringComparer.Ordinal);
    private readonly Queue<OutboxPlace> _ready = [];

    public int Active
    {
        get
        {
            lock (_gate)
                return _active.Count;
        }
    }

    public bool NeedsPage
    {
        get
        {
            lock (_gate)
                return _ready.Count == 0;
        }
    }

    public void Fill(IEnumerable<OutboxPlace> page)
    {
        lock (_gate)
        {
            foreach (var place in page.Where(place => !_active.Contains(place.Destination)))
                _ready.Enqueue(place);
        }
    }

    public void Clear()
    {
        lock (_gate)
            _ready.Clear();
    }

    /// <summary>The next destination, which is served from here on; null when none is left or there is no place.</summary>
    public OutboxPlace? Take(int places)
    {
        lock (_gate)
        {
            if (_active.Count >= places || !_ready.TryDequeue(out var place))
                return null;
            _active.Add(place.Destination);
            return place;
        }
    }

    public void Leave(OutboxPlace place)
    {
        lock (_gate)
            _active.Remove(place.Destination);
    }
}
