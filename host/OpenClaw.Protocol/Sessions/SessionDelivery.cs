using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Sessions;

/// <summary>Where answers go beside the clients.</summary>
public sealed record SessionDelivery
{
    /// <summary>none, internal, …</summary>
    public required string Kind { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
