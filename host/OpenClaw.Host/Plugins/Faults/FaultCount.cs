namespace OpenClaw.Host.Plugins.Faults;

/// <summary>The faults of one plugin within the window. Not thread-safe.</summary>
internal sealed class FaultCount(FaultPolicy policy)
{
    private readonly Queue<(DateTimeOffset At, FaultKind Kind)> _faults = [];
    private int _weight;

    /// <returns>Whether that was one too many.</returns>
    public bool Add(FaultKind kind, DateTimeOffset now)
    {
        while (_faults.TryPeek(out var oldest) && now - oldest.At > policy.Window)
            _weight -= FaultPolicy.WeightOf(_faults.Dequeue().Kind);
        _faults.Enqueue((now, kind));
        _weight += FaultPolicy.WeightOf(kind);
        return _weight >= policy.Limit;
    }

    /// <returns>How many there were; it begins anew.</returns>
    public int Clear()
    {
        var count = _faults.Count;
        _faults.Clear();
        _weight = 0;
        return count;
    }
}
