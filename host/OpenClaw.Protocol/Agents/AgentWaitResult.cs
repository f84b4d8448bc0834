using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Agents;

/// <summary>Answer to <c>agent.wait</c>.</summary>
public sealed record AgentWaitResult
{
    /// <summary>The run.</summary>
    public required string RunId { get; init; }

    /// <summary>ok, error, or timeout for a run that is unknown or goes on.</summary>
    public required string Status { get; init; }

    /// <summary>When it started.</summary>
    public long? StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    public long? EndedAt { get; init; }

    /// <summary>Why it stopped.</summary>
    public string? StopReason { get; init; }

    /// <summary>What went wrong.</summary>
    public string? Error { get; init; }

    /// <summary>What the person saw last.</summary>
    public TerminalReply? TerminalReply { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
