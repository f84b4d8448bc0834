using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Status;

/// <summary>A session in the health summary.</summary>
public sealed record HealthRecentSession
{
    /// <summary>Its key.</summary>
    public required string Key { get; init; }

    /// <summary>When it changed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required long? UpdatedAt { get; init; }

    /// <summary>How long ago that is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required long? Age { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
