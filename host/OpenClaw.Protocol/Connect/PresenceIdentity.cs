using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Connect;

/// <summary>What a person is known by.</summary>
public sealed record PresenceIdentity
{
    /// <summary>profile, …</summary>
    public required string Type { get; init; }

    /// <summary>The id among those of its type.</summary>
    public required string Id { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
