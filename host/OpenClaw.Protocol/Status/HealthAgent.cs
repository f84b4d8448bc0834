using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Status;

/// <summary>An agent in the health summary.</summary>
public sealed record HealthAgent
{
    /// <summary>The agent.</summary>
    public required string AgentId { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>True for the default one.</summary>
    public required bool IsDefault { get; init; }

    /// <summary>Its heartbeat.</summary>
    public required HealthHeartbeat Heartbeat { get; init; }

    /// <summary>Its sessions.</summary>
    public required HealthSessions Sessions { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
