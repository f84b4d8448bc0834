namespace OpenClaw.Host.Configuration.Model.Agents;

/// <summary>The <c>agents</c> section. Without any entry there is one agent called <c>main</c>.</summary>
internal sealed record AgentsConfig
{
    public const string ImplicitAgentId = "main";

    public AgentDefaultsConfig Defaults { get; init; } = new();

    /// <summary>In the order of the file; never empty.</summary>
    public IReadOnlyList<AgentConfig> List { get; init; } = [new AgentConfig { Id = ImplicitAgentId }];

    /// <summary>The agent that says so, else the first.</summary>
    public AgentConfig DefaultAgent => List.FirstOrDefault(static agent => agent.IsDefault) ?? List[0];

    /// <summary>What holds for an agent.</summary>
    public AgentDefaultsConfig SettingsOf(string agentId) => Find(agentId)?.Settings ?? Defaults;

    /// <summary>Whether an agent has turns that nobody asks for: those with a block of their own, else the default one.</summary>
    public bool HasHeartbeat(AgentConfig agent) =>
        SettingsOf(agent.Id).Heartbeat.IsOn && (List.Any(static one => one.HasOwnHeartbeat) ? agent.HasOwnHeartbeat : agent.Id == DefaultAgent.Id);

    public AgentConfig? Find(string id) =>
        List.FirstOrDefault(agent => string.Equals(agent.Id, id, StringComparison.OrdinalIgnoreCase));
}
