using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Configuration.Rules;

/// <summary>Agents differ by id without regard to case, do not share a directory, and one at most is the default.</summary>
internal sealed class AgentRosterRule : IConfigRule
{
    private const string EntriesPath = "agents.entries";

    public void Check(ConfigObject document, OpenClawConfig config, IssueList issues)
    {
        var agents = config.Agents.List;
        var node = document.Find(EntriesPath);
        foreach (var group in agents.GroupBy(static agent => agent.Id).Where(static group => group.Count() > 1))
        {
            issues.Error(EntriesPath, node, $"Duplicate agent id: \"{group.Key}\" (case does not count)", "Give every agent an id of its own.");
        }

        foreach (var group in agents.Where(static agent => agent.AgentDirectory is not null).GroupBy(static agent => agent.AgentDirectory).Where(static group => group.Count() > 1))
        {
            issues.Error(EntriesPath, node, $"Agents {Names(group.Select(static agent => agent.Id))} share the agentDir \"{group.Key}\"", "Give every agent a directory of its own.");
        }

        var defaults = agents.Where(static agent => agent.IsDefault).Select(static agent => agent.Id).ToList();
        if (defaults.Count > 1)
        {
            issues.Error(EntriesPath, node, $"More than one default agent: {Names(defaults)}", "Keep default: true on one of them.");
        }
    }

    private static string Names(IEnumerable<string> ids) => string.Join(", ", ids.Select(static id => $"\"{id}\""));
}
