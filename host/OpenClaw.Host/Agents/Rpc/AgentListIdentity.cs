namespace OpenClaw.Host.Agents.Rpc;

/// <summary>How an agent presents itself.</summary>
internal sealed record AgentListIdentity(string? Name, string? Theme, string? Emoji, string? Avatar);
