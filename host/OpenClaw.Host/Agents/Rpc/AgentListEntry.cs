using System.Text.Json;
using OpenClaw.Protocol.Models;

namespace OpenClaw.Host.Agents.Rpc;

/// <summary>An agent in <see cref="AgentsListResult"/>.</summary>
internal sealed record AgentListEntry
{
    public required string Id { get; init; }

    public string? Name { get; init; }

    public AgentListIdentity? Identity { get; init; }

    public required string Workspace { get; init; }

    public required bool WorkspaceGit { get; init; }

    public required JsonElement AgentRuntime { get; init; }

    public required AgentListModel Model { get; init; }

    public required IReadOnlyList<ThinkingLevel> ThinkingLevels { get; init; }

    public required IReadOnlyList<string> ThinkingOptions { get; init; }

    public required string ThinkingDefault { get; init; }

    public required string DefaultPermissionMode { get; init; }
}
