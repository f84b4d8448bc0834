using OpenClaw.Host.Configuration.Schema;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Configuration.Reload;

/// <summary>Takes a part of a change: the new document, with the values of the old one where a change has to wait.</summary>
internal static class ConfigBlend
{
    /// <param name="before">What is in force.</param>
    /// <param name="after">What shall be.</param>
    /// <param name="waits">Whether the change of a leaf has to wait.</param>
    public static ConfigObject Of(ConfigObject before, ConfigObject after, Func<string, bool> waits) =>
        Blend(before, after, "", waits) as ConfigObject ?? new ConfigObject();

    // Walks as the comparison does, so that both mean the same by a leaf.
    private static ConfigNode? Blend(ConfigNode? before, ConfigNode? after, string path, Func<string, bool> waits)
    {
        if ((before, after) is (ConfigObject or null, ConfigObject or null) and not (null, null)
            && !IsEmptyAgainstNothing(before, after) && !IsEmptyAgainstNothing(after, before))
        {
            return BlendMembers(before as ConfigObject, after as ConfigObject, path, waits);
        }

        var isSame = before is null ? after is null : before.ContentEquals(after);
        return isSame || !waits(path) ? after?.Clone() : before?.Clone();
    }

    private static ConfigObject? BlendMembers(ConfigObject? before, ConfigObject? after, string path, Func<string, bool> waits)
    {
        var result = new ConfigObject();
        var names = (after?.Properties ?? []).Concat(before?.Properties ?? []).Select(static property => property.Name).Distinct(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (Blend(before?[name], after?[name], SchemaNode.Join(path, name), waits) is { } value)
            {
                result.Set(name, value);
            }
        }

        return after is null && result.Properties.Count == 0 ? null : result;
    }

    private static bool IsEmptyAgainstNothing(ConfigNode? node, ConfigNode? other) => node is ConfigObject { Properties.Count: 0 } && other is null;
}
