using System.Text.RegularExpressions;
using OpenClaw.Host.Configuration.Secrets;
using OpenClaw.Protocol.Config;

namespace OpenClaw.Host.Configuration.Schema.Export;

/// <summary>How forms show the keys: a readable name, and which values to hide.</summary>
internal static partial class SchemaHints
{
    public static IReadOnlyDictionary<string, ConfigHint> All { get; } =
        Walk(ConfigSchema.Root, "").DistinctBy(static key => key.Path).ToDictionary(static key => key.Path, static key => key.Hint, StringComparer.Ordinal);

    public static ConfigHint For(string path, SchemaNode schema) => new()
    {
        Label = LabelOf(path[(path.LastIndexOf('.') + 1)..]),
        Help = SchemaHelp.For(path),
        Sensitive = schema is SecretSchema || SecretKeys.IsSecret(path) ? true : null,
    };

    private static IEnumerable<(string Path, ConfigHint Hint)> Walk(SchemaNode node, string path) =>
        SchemaLookup.Children(node).SelectMany(child =>
        {
            var childPath = SchemaNode.Join(path, child.Key);
            return Walk(child.Schema, childPath).Prepend((childPath, For(childPath, child.Schema)));
        });

    private static string LabelOf(string key)
    {
        var words = WordStart().Replace(key, " $0");
        return string.Concat(words[..1].ToUpperInvariant(), words.AsSpan(1));
    }

    [GeneratedRegex("(?<=[a-z0-9])[A-Z]", RegexOptions.CultureInvariant)]
    private static partial Regex WordStart();
}
