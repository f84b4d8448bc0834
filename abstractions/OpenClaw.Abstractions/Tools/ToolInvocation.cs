using System.Text.Json;
using OpenClaw.Content;
using OpenClaw.Identity;

namespace OpenClaw.Tools;

/// <summary>One call of a tool and its circumstances.</summary>
public sealed record ToolInvocation
{
    /// <summary>The call's id, unique within its run.</summary>
    public required string CallId { get; init; }

    /// <summary>The arguments, a JSON object that matches the tool's schema.</summary>
    public required JsonElement Arguments { get; init; }

    /// <summary>Who asked for the call.</summary>
    public required ToolCaller Caller { get; init; }

    /// <summary>The conversation, where there is one.</summary>
    public SessionKey? Session { get; init; }

    /// <summary>The agent, where there is one.</summary>
    public AgentId? Agent { get; init; }

    /// <summary>The run the call belongs to, where there is one.</summary>
    public string? RunId { get; init; }

    /// <summary>The agent's workspace folder; absolute. File tools stay inside it unless told otherwise.</summary>
    public string? WorkspaceDirectory { get; init; }

    /// <summary>When the host will cancel the call.</summary>
    public DateTimeOffset Deadline { get; init; } = DateTimeOffset.MaxValue;

    /// <summary>What a person approved for exactly this call; <see langword="null"/> where none was needed.</summary>
    public ToolApproval? Approval { get; init; }

    /// <summary>Takes partial output while the call runs. Never throws; the host may drop some when it is slow.</summary>
    public Action<MessagePart> Progress { get; init; } = static _ => { };
}
