namespace OpenClaw.Protocol.Schema;

/// <summary>A bounded list of distinct violations: what a stranger sends must not grow our answer.</summary>
internal sealed class ViolationList
{
    private readonly List<string> _items = [];

    public int Count => _items.Count;

    public bool IsFull => _items.Count >= GatewayLimits.MaxReportedViolations;

    public IReadOnlyList<string> Items => _items;

    public bool Contains(string violation) => _items.Contains(violation);

    public void Add(string violation)
    {
        if (!IsFull && !_items.Contains(violation))
        {
            _items.Add(violation);
        }
    }

    public void AddRange(ViolationList? other)
    {
        foreach (var violation in other?._items ?? [])
        {
            Add(violation);
        }
    }

    public override string ToString() => string.Join("; ", _items);
}
