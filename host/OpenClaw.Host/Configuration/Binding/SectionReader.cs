using System.Text.Json;
using OpenClaw.Host.Configuration.Model;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Configuration.Binding;

/// <summary>
/// Reads one section that the schema has already accepted. Every reader gives null for a key that is absent, so that the
/// defaults stay where they are written: in the records.
/// </summary>
internal sealed class SectionReader(ConfigObject? section, BindingContext context)
{
    public BindingContext Context => context;

    public SectionReader Section(string key) => new(section?[key] as ConfigObject, context);

    public bool Has(string key) => section?[key] is not null;

    public bool IsEmpty => section is null or { Properties.Count: 0 };

    /// <summary>This section's members over those of another; objects are merged, everything else is replaced.</summary>
    public SectionReader Over(SectionReader below) => new(Merge(below.Node, section), context);

    private ConfigObject? Node => section;

    public string? Text(string key) => section?[key] is ConfigString { MissingVariable: null } text ? text.Value : null;

    public string? Path(string key) => Text(key) is { Length: > 0 } path ? context.ExpandPath(path) : null;

    public bool? Flag(string key) => section?[key] is ConfigBoolean flag ? flag.Value : null;

    public double? Number(string key) => section?[key] is ConfigNumber number ? number.Value : null;

    public int? Integer(string key) => section?[key] is ConfigNumber number ? (int)Math.Clamp(number.Value, int.MinValue, int.MaxValue) : null;

    public TimeSpan? Milliseconds(string key) => Number(key) is { } number ? TimeSpan.FromMilliseconds(number) : null;

    public TimeSpan? Seconds(string key) => Number(key) is { } number ? TimeSpan.FromSeconds(number) : null;

    public TimeSpan? Duration(string key, TimeSpan bareUnit)
    {
        var known = section?[key] switch
        {
            ConfigNumber number => DurationText.TryScale(number.Value, bareUnit, out var scaled) ? scaled : (TimeSpan?)null,
            ConfigString text => DurationText.TryParse(text.Value, bareUnit, out var parsed) ? parsed : null,
            _ => null,
        };
        return known;
    }

    public long? Size(string key) => section?[key] switch
    {
        ConfigNumber number => (long)number.Value,
        ConfigString text => SizeText.TryParse(text.Value, out var bytes) ? bytes : null,
        _ => null,
    };

    public T? Choice<T>(string key) where T : struct, Enum =>
        Text(key) is { } text && EnumText.TryParse<T>(text, out var value) ? value : null;

    public LogLevel? Level(string key) => Text(key) is { } text && LogLevelText.TryParse(text, out var level) ? level : null;

    public IReadOnlyList<string>? Texts(string key) =>
        section?[key] is ConfigArray array ? [.. array.Items.OfType<ConfigString>().Select(static item => item.Value)] : null;

    public IReadOnlyList<string>? Paths(string key) =>
        Texts(key) is { } paths ? [.. paths.Where(static path => path.Length > 0).Select(context.ExpandPath)] : null;

    public Secret? Secret(string key) => section?[key] is { } node ? SecretValue.Read(node, context.Variable) : null;

    public JsonElement? Json(string key) => section?[key]?.ToJsonElement();

    public JsonElement AsJson() => (section ?? new ConfigObject()).ToJsonElement();

    /// <summary>The members of a map at a key, in the order of the file.</summary>
    public IEnumerable<(string Name, SectionReader Reader)> Map(string key) =>
        section?[key] is ConfigObject map
            ? map.Properties.Select(property => (property.Name, new SectionReader(property.Value as ConfigObject, context)))
            : [];

    public IReadOnlyDictionary<string, T> Map<T>(string key, Func<string, SectionReader, T> bind) =>
        Map(key).ToDictionary(static entry => entry.Name, entry => bind(entry.Name, entry.Reader), StringComparer.Ordinal);

    public IEnumerable<SectionReader> List(string key) =>
        section?[key] is ConfigArray array ? array.Items.Select(item => new SectionReader(item as ConfigObject, context)) : [];

    /// <summary>The names of this section's members.</summary>
    public IEnumerable<string> Names => section?.Properties.Select(static property => property.Name) ?? [];

    private static ConfigObject? Merge(ConfigObject? below, ConfigObject? above)
    {
        if (below is null || above is null)
            return above ?? below;
        var merged = new ConfigObject(below.Properties, above.Span);
        foreach (var property in above.Properties)
        {
            var value = property.Value is ConfigObject own && below[property.Name] is ConfigObject shared ? Merge(shared, own)! : property.Value;
            merged.Set(property.Name, value, property.NameSpan);
        }

        return merged;
    }
}
