using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Status;

/// <summary>Model access in the health summary.</summary>
public sealed record HealthModelRuntime
{
    /// <summary>True when an agent has no model.</summary>
    public required bool Degraded { get; init; }

    /// <summary>Agents that wait.</summary>
    public required IReadOnlyList<string> PendingAgents { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
