using OpenClaw.Host.Configuration.Schema;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Configuration.Writing;

/// <summary>Names what differs between two documents: leaves by their path, lists as a whole.</summary>
internal static class ConfigDiff
{
    private const string Bookkeeping = "meta";

    public static IReadOnlyList<string> ChangedPaths(ConfigObject before, ConfigObject after) =>
        [.. Compare(before, after, "").Where(static path => path != Bookkeeping && !path.StartsWith($"{Bookkeeping}.", StringComparison.Ordinal))];

    private static IEnumerable<string> Compare(ConfigNode? before, ConfigNode? after, string path)
    {
        if (before is ConfigObject || after is ConfigObject)
        {
            return (before, after) is (ConfigObject or null, ConfigObject or null)
                ? CompareMembers(before as ConfigObject, after as ConfigObject, path)
                : [path];
        }

        return before is null ? [path] : before.ContentEquals(after) ? [] : [path];
    }

    private static IEnumerable<string> CompareMembers(ConfigObject? before, ConfigObject? after, string path)
    {
        if (before is null && after is { Properties.Count: 0 } || after is null && before is { Properties.Count: 0 })
        {
            return [path];
        }

        var names = (before?.Properties ?? []).Concat(after?.Properties ?? []).Select(static property => property.Name).Distinct(StringComparer.Ordinal);
        return names.SelectMany(name => Compare(before?[name], after?[name], SchemaNode.Join(path, name)));
    }
}
