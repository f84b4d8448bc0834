using OpenClaw.Content;
using OpenClaw.Identity;
using OpenClaw.Tools;

namespace OpenClaw.Host.Tools;

/// <summary>The run a tool call belongs to.</summary>
internal sealed record ToolCallContext
{
    public required SessionKey Session { get; init; }

    public required AgentId Agent { get; init; }

    public required string RunId { get; init; }

    public ToolCaller Caller { get; init; } = ToolCaller.Agent;

    public string? WorkspaceDirectory { get; init; }

    /// <summary>Takes what a tool has to show while it works.</summary>
    public required Action<MessagePart> Progress { get; init; }
}
