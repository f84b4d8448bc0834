namespace OpenClaw.Host.Configuration.Model.Agents;

/// <summary><c>agents.defaults</c>.</summary>
internal sealed record AgentDefaultsConfig
{
    /// <summary>Null means no model is configured; a run then fails and says so.</summary>
    public ModelSelection? Model { get; init; }

    /// <summary>Per-model settings by <c>provider/model</c>.</summary>
    public IReadOnlyDictionary<string, AgentModelConfig> Models { get; init; } = new Dictionary<string, AgentModelConfig>();

    public IReadOnlyList<string> AllowedModels { get; init; } = [];

    public string? Workspace { get; init; }

    /// <summary>Limit of one run; null for none.</summary>
    public TimeSpan? Timeout { get; init; } = TimeSpan.FromSeconds(172_800);

    /// <summary>Whether somebody chose the limit; where nobody did, people in chats wait less long than programs.</summary>
    public bool IsTimeoutChosen { get; init; }

    public int MaxConcurrent { get; init; } = 8;

    /// <summary>Wire spelling, <c>off</c> to <c>ultra</c>; null leaves it to the provider.</summary>
    public string? ThinkingDefault { get; init; }

    public string VerboseDefault { get; init; } = "off";

    public string ReasoningDefault { get; init; } = "off";

    public bool SkipBootstrap { get; init; }

    public int BootstrapMaxChars { get; init; } = 20_000;

    public int BootstrapTotalMaxChars { get; init; } = 60_000;

    public string ContextInjection { get; init; } = "always";

    public string? UserTimezone { get; init; }

    /// <summary><c>off</c> leaves the time out of what models read of messages.</summary>
    public string EnvelopeTimestamp { get; init; } = "on";

    /// <summary>Tokens a conversation may have, whatever its model could take; null leaves it to the model.</summary>
    public int? ContextTokens { get; init; }

    /// <summary>Files of a new workspace that are not written.</summary>
    public IReadOnlyList<string> SkippedBootstrapFiles { get; init; } = [];

    public HeartbeatConfig Heartbeat { get; init; } = new();

    public CompactionConfig Compaction { get; init; } = new();

    public ContextPruningConfig ContextPruning { get; init; } = new();
}
