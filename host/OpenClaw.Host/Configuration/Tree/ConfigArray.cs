namespace OpenClaw.Host.Configuration.Tree;

internal sealed class ConfigArray(IEnumerable<ConfigNode> items, SourceSpan span = default) : ConfigNode(span)
{
    private readonly List<ConfigNode> _items = [.. items];

    public IReadOnlyList<ConfigNode> Items => _items;

    public override string Kind => "array";

    public void Replace(int index, ConfigNode value) => _items[index] = value;

    public override ConfigNode Clone() => new ConfigArray(_items.Select(static item => item.Clone()), Span);

    public override bool ContentEquals(ConfigNode? other) =>
        other is ConfigArray same
        && same._items.Count == _items.Count
        && _items.Zip(same._items).All(static pair => pair.First.ContentEquals(pair.Second));
}
