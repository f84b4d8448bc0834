using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Configuration.Rules;

/// <summary>Says that tool policies are read and not applied: whoever writes one must not believe to be protected by it.</summary>
internal sealed class ToolPolicyRule : IConfigRule
{
    private static readonly string[] Keys = ["profile", "allow", "alsoAllow", "deny", "byProvider", "toolsBySender"];

    public void Check(ConfigObject document, OpenClawConfig config, IssueList issues)
    {
        Check(document, "tools", issues);
        if (document.Find("agents.entries") is ConfigObject entries)
        {
            foreach (var entry in entries.Properties)
            {
                Check(document, $"agents.entries.{entry.Name}.tools", issues);
            }
        }
    }

    private static void Check(ConfigObject document, string path, IssueList issues)
    {
        if (document.Find(path) is not ConfigObject tools)
        {
            return;
        }

        foreach (var key in Keys)
        {
            if (tools[key] is { } value)
            {
                issues.Warn(
                    $"{path}.{key}",
                    value,
                    "This gateway does not apply tool policies: every tool of a loaded plugin is offered to every agent",
                    "Remove or disable the plugin whose tools you want to withhold.");
            }
        }
    }
}
