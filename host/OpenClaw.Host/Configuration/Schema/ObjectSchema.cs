using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Configuration.Schema;

/// <summary>An object with known keys; any other key is an error that guesses what was meant.</summary>
internal sealed class ObjectSchema(IReadOnlyDictionary<string, SchemaNode> keys) : SchemaNode
{
    public override string Expected => "object";

    public IReadOnlyDictionary<string, SchemaNode> Keys => keys;

    public override void Check(ConfigNode node, string path, IssueList issues)
    {
        if (node is not ConfigObject members)
        {
            RejectKind(node, path, issues);
            return;
        }

        var unknown = new List<ConfigProperty>();
        foreach (var property in members.Properties)
        {
            if (keys.TryGetValue(property.Name, out var schema))
            {
                schema.Check(property.Value, Join(path, property.Name), issues);
            }
            else
            {
                unknown.Add(property);
            }
        }

        if (unknown.Count > 0)
        {
            ReportUnknown(members, unknown, path, issues);
        }
    }

    private void ReportUnknown(ConfigObject owner, List<ConfigProperty> unknown, string path, IssueList issues)
    {
        var names = string.Join(", ", unknown.Select(static property => $"\"{property.Name}\""));
        var guesses = unknown.Select(property => KeySpelling.Closest(property.Name, keys.Keys)).OfType<string>().ToList();
        var fix = guesses.Count > 0
            ? $"Did you mean {string.Join(", ", guesses.Select(static guess => $"\"{guess}\""))}? Otherwise remove it."
            : "Remove it, or check its spelling and its place.";
        var place = unknown[0].NameSpan.IsEmpty ? (ConfigNode)owner : new ConfigObject(unknown[0].NameSpan);
        issues.Error(path, place, $"Unrecognized key{(unknown.Count > 1 ? "s" : "")}: {names}", fix, [.. unknown.Select(static property => property.Name)]);
    }
}
