using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Status;

/// <summary>Reload state in the health summary.</summary>
public sealed record HealthConfigReload
{
    /// <summary>active, …</summary>
    public required string HotReloadStatus { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
