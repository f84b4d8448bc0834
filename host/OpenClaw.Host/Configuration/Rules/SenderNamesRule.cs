using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Configuration.Rules;

/// <summary>Lists of senders hold ids. A name can be given up and taken by somebody else, so it lets nobody in; the owner should know.</summary>
internal sealed class SenderNamesRule : IConfigRule
{
    private const int MaxDepth = 8;

    public void Check(ConfigObject document, OpenClawConfig config, IssueList issues)
    {
        if (document["channels"] is ConfigObject channels)
            Look(channels, "channels", issues, depth: 0);
        if (document.Find("commands.ownerAllowFrom") is ConfigArray owners)
            Look(owners, "commands.ownerAllowFrom", issues);
    }

    private static void Look(ConfigObject settings, string path, IssueList issues, int depth)
    {
        if (depth > MaxDepth)
            return;
        foreach (var (name, value) in settings.Properties.Select(static one => (one.Name, one.Value)))
        {
            var at = $"{path}.{name}";
            if (value is ConfigObject inner)
                Look(inner, at, issues, depth + 1);
            else if (value is ConfigArray list && name is "allowFrom" or "groupAllowFrom")
                Look((ConfigArray)value, at, issues);
        }
    }

    private static void Look(ConfigArray list, string path, IssueList issues)
    {
        foreach (var entry in list.Items.OfType<ConfigString>().Where(static entry => IsName(entry.Value)))
        {
            issues.Warn(
                path,
                entry,
                $"\"{entry.Value}\" is a name, and lets nobody in: names can be taken over by others",
                "Write the person's id. They are told it when they write to the assistant, or by /whoami.");
        }
    }

    // Some platforms have ids that begin so and go on with the server.
    private static bool IsName(string entry)
    {
        var at = entry.IndexOf('@', StringComparison.Ordinal);
        var rest = entry.AsSpan(at + 1);
        return at >= 0 && (at == 0 || entry[at - 1] == ':') && rest.Length > 0 && !rest.ContainsAny(':', '@', ' ');
    }
}
