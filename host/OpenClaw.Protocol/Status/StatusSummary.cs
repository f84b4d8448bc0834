using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Status;

/// <summary>Answer to <c>status</c>.</summary>
public sealed record StatusSummary
{
    /// <summary>Version of the gateway; absent for protocol 3.</summary>
    public string? RuntimeVersion { get; init; }

    /// <summary>Heartbeats.</summary>
    public required StatusHeartbeat Heartbeat { get; init; }

    /// <summary>One line per channel.</summary>
    public required IReadOnlyList<string> ChannelSummary { get; init; }

    /// <summary>Events that wait for the main session.</summary>
    public required IReadOnlyList<string> QueuedSystemEvents { get; init; }

    /// <summary>Sessions.</summary>
    public required StatusSessions Sessions { get; init; }

    /// <summary>State of model access.</summary>
    public HealthModelRuntime? ModelRuntime { get; init; }

    /// <summary>Memory.</summary>
    public StatusMemory? ProcessMemory { get; init; }

    /// <summary>Process id.</summary>
    public long? Pid { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
