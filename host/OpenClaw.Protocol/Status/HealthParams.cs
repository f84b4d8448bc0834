using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Status;

/// <summary>Parameters of <c>health</c>; unknown ones are ignored.</summary>
public sealed record HealthParams
{
    /// <summary>Asks for a fresh snapshot.</summary>
    public bool? Probe { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
