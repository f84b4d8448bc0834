using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Sessions;

/// <summary>Model settings of a new session.</summary>
public sealed record SessionModelDefaults
{
    /// <summary>Provider; null without one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? ModelProvider { get; init; }

    /// <summary>Model; null without one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? Model { get; init; }

    /// <summary>Size of the context.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required long? ContextTokens { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
