using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Config;

/// <summary>Something wrong in the configuration.</summary>
public sealed record ConfigIssue
{
    /// <summary>Where.</summary>
    public required string Path { get; init; }

    /// <summary>What, and how to mend it.</summary>
    public required string Message { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
