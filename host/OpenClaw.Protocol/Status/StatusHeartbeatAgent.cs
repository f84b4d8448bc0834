using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Status;

/// <summary>One heartbeat in the status.</summary>
public sealed record StatusHeartbeatAgent
{
    /// <summary>The agent.</summary>
    public required string AgentId { get; init; }

    /// <summary>True when it runs.</summary>
    public required bool Enabled { get; init; }

    /// <summary>Interval for people.</summary>
    public required string Every { get; init; }

    /// <summary>Interval; null when off.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required long? EveryMs { get; init; }

    /// <summary>True while it has nowhere to go.</summary>
    public bool? WaitingForRoute { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
