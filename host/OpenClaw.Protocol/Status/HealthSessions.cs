using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Status;

/// <summary>Sessions in the health summary.</summary>
public sealed record HealthSessions
{
    /// <summary>Where they are stored.</summary>
    public required string Path { get; init; }

    /// <summary>How many.</summary>
    public required long Count { get; init; }

    /// <summary>The latest.</summary>
    public required IReadOnlyList<HealthRecentSession> Recent { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
