namespace OpenClaw.Host.Configuration.Model.Agents;

/// <summary>One agent. A null setting means that of <see cref="AgentsConfig.Defaults"/>.</summary>
internal sealed record AgentConfig
{
    public required string Id { get; init; }

    public bool IsDefault { get; init; }

    public string? Name { get; init; }

    public string? Description { get; init; }

    public string? Workspace { get; init; }

    public string? AgentDirectory { get; init; }

    public ModelSelection? Model { get; init; }

    public string? ThinkingDefault { get; init; }

    public string? VerboseDefault { get; init; }

    public AgentIdentityConfig Identity { get; init; } = new();

    /// <summary>Every setting of this agent where it has any of its own: its keys over those of all agents.</summary>
    public AgentDefaultsConfig? Settings { get; init; }

    /// <summary>Whether it says something about heartbeats; where one agent does, only such agents have them.</summary>
    public bool HasOwnHeartbeat { get; init; }

    /// <summary>The skills it is told of; null for all.</summary>
    public IReadOnlyList<string>? Skills { get; init; }
}
