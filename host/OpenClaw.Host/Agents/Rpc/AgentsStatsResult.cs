namespace OpenClaw.Host.Agents.Rpc;

/// <summary>The answer of <c>agents.stats</c>.</summary>
internal sealed record AgentsStatsResult(int Hours, IReadOnlyList<AgentStats> Agents);
