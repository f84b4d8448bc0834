using System.Text.Json;

namespace OpenClaw.Host.Channels.Admission;

/// <summary>Replaces <c>accessGroup:&lt;name&gt;</c> in a list by the group's members. A group that does not exist has none.</summary>
internal static class AccessGroups
{
    private const string Prefix = "accessGroup:";

    public static IReadOnlyList<string> Expand(IReadOnlyList<string> entries, string channel, JsonElement configuration) =>
        entries.Any(static entry => entry.StartsWith(Prefix, StringComparison.Ordinal))
            ? [.. entries.SelectMany(entry => entry.StartsWith(Prefix, StringComparison.Ordinal) ? Members(entry[Prefix.Length..], channel, configuration) : [entry])]
            : entries;

    private static IEnumerable<string> Members(string name, string channel, JsonElement configuration)
    {
        var members = configuration.Member("accessGroups").Member(name).Member("members");
        return [.. members.Texts(channel) ?? [], .. members.Texts("*") ?? []];
    }
}
