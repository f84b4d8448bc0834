using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Agents;

namespace OpenClaw.Protocol.Events;

/// <summary>Data of the lifecycle stream.</summary>
public sealed record LifecycleData
{
    /// <summary>start, finishing, end or error.</summary>
    public required string Phase { get; init; }

    /// <summary>When the run started.</summary>
    public long? StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    public long? EndedAt { get; init; }

    /// <summary>Why the model stopped.</summary>
    public string? StopReason { get; init; }

    /// <summary>True when it was stopped.</summary>
    public bool? Aborted { get; init; }

    /// <summary>working, …</summary>
    public string? LivenessState { get; init; }

    /// <summary>cancelled, …</summary>
    public string? Status { get; init; }

    /// <summary>What went wrong.</summary>
    public string? Error { get; init; }

    /// <summary>What the person saw last.</summary>
    public TerminalReply? TerminalReply { get; init; }

    /// <summary>True when nothing of the run goes on.</summary>
    public bool? ExecutionSettled { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
