using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Status;

/// <summary>Heartbeats in the status.</summary>
public sealed record StatusHeartbeat
{
    /// <summary>The default agent.</summary>
    public required string DefaultAgentId { get; init; }

    /// <summary>One per agent.</summary>
    public required IReadOnlyList<StatusHeartbeatAgent> Agents { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
