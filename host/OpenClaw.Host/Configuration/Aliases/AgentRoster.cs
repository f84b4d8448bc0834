using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Model.Agents;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Configuration.Aliases;

/// <summary>
/// Agents are a map by id; an earlier release wrote a list, and a still earlier one a single <c>agent</c> section.
/// </summary>
internal static class AgentRoster
{
    private const string ListPath = "agents.list";
    private const string EntriesPath = "agents.entries";

    public static void Normalise(ConfigObject root, IssueList issues)
    {
        FoldSingleAgent(root, issues);
        if (root.Find(ListPath) is ConfigArray list)
        {
            FoldList(root, list, issues);
        }
    }

    /// <summary>Without entries there is one agent, which answers show like any other.</summary>
    public static void AddImplicitAgent(ConfigObject root)
    {
        if (root.Find(EntriesPath) is null or ConfigObject { Properties.Count: 0 })
        {
            root.TrySet($"{EntriesPath}.{AgentsConfig.ImplicitAgentId}", new ConfigObject());
        }
    }

    private static void FoldSingleAgent(ConfigObject root, IssueList issues)
    {
        if (root["agent"] is not ConfigObject single)
        {
            return;
        }

        root.Remove("agent");
        foreach (var property in single.Properties)
        {
            AliasNormaliser.Move(root, $"agent.{property.Name}", property.Value, $"agents.defaults.{property.Name}", issues);
        }
    }

    private static void FoldList(ConfigObject root, ConfigArray list, IssueList issues)
    {
        if (root.Find(EntriesPath) is not null)
        {
            issues.Error(ListPath, list, $"{ListPath} and {EntriesPath} are both set", $"Keep {EntriesPath} and remove {ListPath}.");
            root.RemoveAt(ListPath);
            return;
        }

        var entries = new ConfigObject(list.Span);
        for (var i = 0; i < list.Items.Count; i++)
        {
            FoldEntry(entries, list.Items[i], $"{ListPath}.{i}", issues);
        }

        root.RemoveAt(ListPath);
        root.TrySet(EntriesPath, entries);
        issues.Warn(ListPath, list, $"{ListPath} is accepted as {EntriesPath}", "Run \"openclaw doctor --fix\" to rewrite it.");
    }

    private static void FoldEntry(ConfigObject entries, ConfigNode item, string path, IssueList issues)
    {
        if (item is not ConfigObject agent || agent["id"] is not ConfigString { Value: var id })
        {
            issues.Error(path, item, "Invalid input: expected an agent with an id", "Write { id: \"main\" }.");
        }
        else if (entries[id] is not null)
        {
            issues.Error(path, item, $"Duplicate agent id: \"{id}\"", "Give every agent an id of its own.");
        }
        else
        {
            var entry = agent.Clone();
            entry.Remove("id");
            entries.Set(id, entry);
        }
    }
}
