using OpenClaw.Host.Configuration.Model.Agents;


namespace OpenClaw.Host.Configuration.Binding;

internal static class AgentsBinder
{
    public static AgentsConfig Bind(SectionReader section)
    {
        var systemAgent = section.Section("defaults").Text("systemAgent");
        var shared = section.Section("defaults");
        var settings = BindDefaults(shared);
        var agents = new List<AgentConfig>();
        foreach (var (name, own) in section.Map("entries"))
            agents.Add(BindAgent(name, own, shared, settings, systemAgent));
        var defaults = new AgentsConfig();
        return new AgentsConfig
        {
            Defaults = settings,
            List = agents.Count > 0 ? agents : defaults.List,
        };
    }

    private static AgentDefaultsConfig BindDefaults(SectionReader section)
    {
        var defaults = new AgentDefaultsConfig();
        return new AgentDefaultsConfig
        {
            Model = BindModel(section, "model", above: null),
            Models = section.Map("models", static (_, model) => new AgentModelConfig { Alias = model.Text("alias"), Params = model.Json("params") }),
            AllowedModels = section.Section("modelPolicy").Texts("allow") ?? defaults.AllowedModels,
            Workspace = section.Path("workspace"),
            Timeout = section.Has("timeoutSeconds") ? NoneWhenZero(section.Seconds("timeoutSeconds")) : defaults.Timeout,
            IsTimeoutChosen = section.Has("timeoutSeconds"),
            MaxConcurrent = section.Integer("maxConcurrent") ?? defaults.MaxConcurrent,
            ThinkingDefault = section.Text("thinkingDefault"),
            VerboseDefault = section.Text("verboseDefault") ?? defaults.VerboseDefault,
            ReasoningDefault = section.Text("reasoningDefault") ?? defaults.ReasoningDefault,
            SkipBootstrap = section.Flag("skipBootstrap") ?? defaults.SkipBootstrap,
            BootstrapMaxChars = section.Integer("bootstrapMaxChars") ?? defaults.BootstrapMaxChars,
            BootstrapTotalMaxChars = section.Integer("bootstrapTotalMaxChars") ?? defaults.BootstrapTotalMaxChars,
            ContextInjection = section.Text("contextInjection") ?? defaults.ContextInjection,
            UserTimezone = section.Text("userTimezone"),
            EnvelopeTimestamp = section.Text("envelopeTimestamp") ?? defaults.EnvelopeTimestamp,
            ContextTokens = section.Integer("contextTokens") is > 0 and var tokens ? tokens : null,
            SkippedBootstrapFiles = section.Texts("skipOptionalBootstrapFiles") ?? defaults.SkippedBootstrapFiles,
            Heartbeat = HeartbeatBinder.Bind(section.Section("heartbeat")),
            Compaction = BindCompaction(section.Section("compaction")),
            ContextPruning = BindPruning(section.Section("contextPruning")),
        };
    }

    private static CompactionConfig BindCompaction(SectionReader section)
    {
        var defaults = new CompactionConfig();
        return new CompactionConfig
        {
            Enabled = section.Flag("enabled") ?? defaults.Enabled,
            Mode = section.Text("mode") ?? defaults.Mode,
            Model = section.Text("model") is { Length: > 0 } model ? model : null,
            KeepRecentTokens = Math.Max(1, section.Integer("keepRecentTokens") ?? defaults.KeepRecentTokens),
            RecentTurnsPreserve = Math.Max(0, section.Integer("recentTurnsPreserve") ?? defaults.RecentTurnsPreserve),
            Timeout = section.Seconds("timeoutSeconds") is { } timeout && timeout > TimeSpan.Zero ? timeout : defaults.Timeout,
        };
    }

    private static ContextPruningConfig BindPruning(SectionReader section)
    {
        var defaults = new ContextPruningConfig();
        var soft = section.Section("softTrim");
        var hard = section.Section("hardClear");
        return new ContextPruningConfig
        {
            Mode = section.Text("mode") ?? defaults.Mode,
            Ttl = section.Duration("ttl", TimeSpan.FromMinutes(1)) ?? defaults.Ttl,
            KeepLastAssistants = Math.Max(0, section.Integer("keepLastAssistants") ?? defaults.KeepLastAssistants),
            SoftTrimRatio = section.Number("softTrimRatio") ?? defaults.SoftTrimRatio,
            HardClearRatio = section.Number("hardClearRatio") ?? defaults.HardClearRatio,
            MinPrunableToolChars = section.Integer("minPrunableToolChars") ?? defaults.MinPrunableToolChars,
            SoftTrimMaxChars = Math.Max(0, soft.Integer("maxChars") ?? defaults.SoftTrimMaxChars),
            SoftTrimHeadChars = Math.Max(0, soft.Integer("headChars") ?? defaults.SoftTrimHeadChars),
            SoftTrimTailChars = Math.Max(0, soft.Integer("tailChars") ?? defaults.SoftTrimTailChars),
            HardClear = hard.Flag("enabled") ?? defaults.HardClear,
            Placeholder = hard.Text("placeholder") ?? defaults.Placeholder,
            AllowedTools = section.Section("tools").Texts("allow") ?? defaults.AllowedTools,
            DeniedTools = section.Section("tools").Texts("deny") ?? defaults.DeniedTools,
        };
    }

    private static AgentConfig BindAgent(
        string id, SectionReader section, SectionReader shared, AgentDefaultsConfig defaults, string? systemAgent)
    {
        var identity = section.Section("identity");
        var lowerId = id.ToLowerInvariant();
        return new AgentConfig
        {
            Id = lowerId,
            IsDefault = section.Flag("default") ?? string.Equals(lowerId, systemAgent, StringComparison.OrdinalIgnoreCase),
            Name = section.Text("name"),
            Description = section.Text("description"),
            Workspace = section.Path("workspace"),
            AgentDirectory = section.Path("agentDir"),
            Model = BindModel(section, "model", defaults.Model),
            ThinkingDefault = section.Text("thinkingDefault"),
            VerboseDefault = section.Text("verboseDefault"),
            Settings = section.IsEmpty ? null : BindDefaults(section.Over(shared)) with { Model = BindModel(section, "model", defaults.Model) ?? defaults.Model },
            HasOwnHeartbeat = section.Has("heartbeat"),
            Skills = section.Texts("skills"),
            Identity = new AgentIdentityConfig
            {
                Name = identity.Text("name"),
                Theme = identity.Text("theme"),
                Emoji = identity.Text("emoji"),
                Avatar = identity.Text("avatar"),
            },
        };
    }

    // Who only names another model keeps the fallbacks of all agents; an empty list of their own does away with them.
    private static ModelSelection? BindModel(SectionReader section, string key, ModelSelection? above)
    {
        if (section.Text(key) is { Length: > 0 } name)
        {
            return new ModelSelection { Primary = name, Fallbacks = above?.Fallbacks ?? [] };
        }

        var selection = section.Section(key);
        var fallbacks = selection.Texts("fallbacks");
        return (selection.Text("primary") is { Length: > 0 } written ? written : fallbacks is null ? null : above?.Primary) is { } primary
            ? new ModelSelection { Primary = primary, Fallbacks = fallbacks ?? above?.Fallbacks ?? [] }
            : null;
    }

    private static TimeSpan? NoneWhenZero(TimeSpan? limit) => limit == TimeSpan.Zero ? null : limit;
}
