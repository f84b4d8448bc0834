using System.Diagnostics.CodeAnalysis;

namespace OpenClaw.Host.Configuration.Tree;

/// <summary>An object that keeps the order of its members. Normalisation changes a clone, never what was parsed.</summary>
internal sealed class ConfigObject(IEnumerable<ConfigProperty> properties, SourceSpan span = default) : ConfigNode(span)
{
    private readonly List<ConfigProperty> _properties = [.. properties];
    private Dictionary<string, int>? _index;

    public ConfigObject(SourceSpan span = default) : this([], span)
    {
    }

    public IReadOnlyList<ConfigProperty> Properties => _properties;

    public override string Kind => "object";

    public ConfigNode? this[string name] => TryGet(name, out var value) ? value : null;

    public bool TryGet(string name, [NotNullWhen(true)] out ConfigNode? value)
    {
        value = Index.TryGetValue(name, out var at) ? _properties[at].Value : null;
        return value is not null;
    }

    /// <summary>Sets a member in place, or appends it.</summary>
    public void Set(string name, ConfigNode value, SourceSpan nameSpan = default)
    {
        if (Index.TryGetValue(name, out var at))
        {
            _properties[at] = _properties[at] with { Value = value };
            return;
        }

        Index[name] = _properties.Count;
        _properties.Add(new ConfigProperty(name, value, nameSpan));
    }

    public bool Remove(string name)
    {
        if (!Index.TryGetValue(name, out var at))
        {
            return false;
        }

        _properties.RemoveAt(at);
        _index = null;
        return true;
    }

    public override ConfigObject Clone() =>
        new(_properties.Select(static property => property with { Value = property.Value.Clone() }), Span);

    public override bool ContentEquals(ConfigNode? other) =>
        other is ConfigObject same
        && same._properties.Count == _properties.Count
        && _properties.All(property => property.Value.ContentEquals(same[property.Name]));

    private Dictionary<string, int> Index =>
        _index ??= _properties.Select(static (property, at) => (property.Name, at))
            .ToDictionary(static pair => pair.Name, static pair => pair.at, StringComparer.Ordinal);
}
