namespace OpenClaw.Host.Agents.Rpc;

/// <summary>The model of an agent, as <c>provider/model</c>.</summary>
internal sealed record AgentListModel(string Primary, IReadOnlyList<string>? Fallbacks);
