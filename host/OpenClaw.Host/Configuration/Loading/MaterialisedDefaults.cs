using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Configuration.Loading;

/// <summary>Writes the defaults that clients expect to see into a copy of the document.</summary>
internal static class MaterialisedDefaults
{
    private static readonly string[] CostKeys = ["input", "output", "cacheRead", "cacheWrite"];

    public static ConfigObject Apply(ConfigObject resolved)
    {
        var document = resolved.Clone();
        foreach (var (path, value) in Values())
        {
            if (document.Find(path) is null)
            {
                document.TrySet(path, value);
            }
        }

        foreach (var model in Models(document))
        {
            Complete(model);
        }

        return document;
    }

    private static IEnumerable<(string Path, ConfigNode Value)> Values() =>
    [
        ("agents.defaults.maxConcurrent", new ConfigNumber(new Model.Agents.AgentDefaultsConfig().MaxConcurrent)),
        ("agents.defaults.subagents.maxConcurrent", new ConfigNumber(8)),
        ("agents.defaults.subagents.archiveAfterMinutes", new ConfigNumber(60)),
        ("agents.defaults.compaction.mode", new ConfigString("safeguard")),
        ("commands.native", new ConfigString("auto")),
        ("commands.nativeSkills", new ConfigString("auto")),
        ("commands.restart", new ConfigBoolean(true)),
        ("messages.ackReactionScope", new ConfigString("group-mentions")),
    ];

    private static IEnumerable<(ConfigObject Model, ConfigNode? Api)> Models(ConfigObject document) =>
        document.Find("models.providers") is ConfigObject providers
            ? providers.Properties.Select(static provider => provider.Value).OfType<ConfigObject>()
                .SelectMany(static provider => provider["models"] is ConfigArray models
                    ? models.Items.OfType<ConfigObject>().Select(model => (model, provider["api"]))
                    : [])
            : [];

    private static void Complete((ConfigObject Model, ConfigNode? Api) entry)
    {
        var (model, api) = entry;
        var defaults = new Model.Models.ModelDefinition { Id = "", Name = "" };
        SetMissing(model, "reasoning", new ConfigBoolean(defaults.Reasoning));
        SetMissing(model, "input", new ConfigArray(defaults.Input.Select(static kind => new ConfigString(kind))));
        SetMissing(model, "cost", new ConfigObject(
            CostKeys.Select(static name => new ConfigProperty(name, new ConfigNumber(0)))));
        SetMissing(model, "maxTokens", new ConfigNumber(defaults.MaxTokens));
        SetMissing(model, "api", api ?? new ConfigString("openai-completions"));
    }

    private static void SetMissing(ConfigObject owner, string name, ConfigNode value)
    {
        if (owner[name] is null)
        {
            owner.Set(name, value);
        }
    }
}
