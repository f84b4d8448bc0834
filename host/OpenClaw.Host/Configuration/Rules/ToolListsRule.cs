using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Configuration.Rules;

internal sealed class ToolListsRule : IConfigRule
{
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
        if (document.Find(path) is ConfigObject tools && tools["allow"] is { } allow && tools["alsoAllow"] is not null)
        {
            issues.Error(path, allow, "allow and alsoAllow exclude each other", $"Keep {path}.allow for a full list, or alsoAllow to add to the profile.");
        }
    }
}
