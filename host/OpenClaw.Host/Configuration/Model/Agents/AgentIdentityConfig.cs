namespace OpenClaw.Host.Configuration.Model.Agents;

/// <summary><c>agents.entries.&lt;id&gt;.identity</c>: how the agent presents itself.</summary>
internal sealed record AgentIdentityConfig
{
    public string? Name { get; init; }

    public string? Theme { get; init; }

    public string? Emoji { get; init; }

    public string? Avatar { get; init; }
}
