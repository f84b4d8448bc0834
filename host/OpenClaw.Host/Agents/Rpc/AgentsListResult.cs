namespace OpenClaw.Host.Agents.Rpc;

/// <summary>The answer of <c>agents.list</c>.</summary>
internal sealed record AgentsListResult
{
    public required string DefaultId { get; init; }

    public required string Ownership { get; init; }

    public required bool SelectionRequired { get; init; }

    public required string MainKey { get; init; }

    public required string Scope { get; init; }

    public required IReadOnlyList<AgentListEntry> Agents { get; init; }
}
