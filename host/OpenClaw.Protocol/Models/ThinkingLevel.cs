using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Models;

/// <summary>A thinking level.</summary>
public sealed record ThinkingLevel
{
    /// <summary>Value to send.</summary>
    public required string Id { get; init; }

    /// <summary>Text to show.</summary>
    public required string Label { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
