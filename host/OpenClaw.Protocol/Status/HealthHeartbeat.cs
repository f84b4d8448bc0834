using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Status;

/// <summary>A heartbeat in the health summary.</summary>
public sealed record HealthHeartbeat
{
    /// <summary>True when it runs.</summary>
    public required bool Enabled { get; init; }

    /// <summary>Interval for people.</summary>
    public required string Every { get; init; }

    /// <summary>Interval; null when off.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required long? EveryMs { get; init; }

    /// <summary>What the agent is told.</summary>
    public required string Prompt { get; init; }

    /// <summary>Who gets the reply.</summary>
    public required string Target { get; init; }

    /// <summary>Longest reply that counts as silence.</summary>
    public required long AckMaxChars { get; init; }

    /// <summary>Model.</summary>
    public string? Model { get; init; }

    /// <summary>Session.</summary>
    public string? Session { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
