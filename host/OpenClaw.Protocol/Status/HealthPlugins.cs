using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Status;

/// <summary>Plugins in the health summary.</summary>
public sealed record HealthPlugins
{
    /// <summary>Those that run.</summary>
    public required IReadOnlyList<string> Loaded { get; init; }

    /// <summary>Those that failed.</summary>
    public required IReadOnlyList<JsonElement> Errors { get; init; }

    /// <summary>Those that cannot run here.</summary>
    public required IReadOnlyList<JsonElement> Unavailable { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
