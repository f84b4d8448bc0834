using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Events;

/// <summary>Data of the usage stream.</summary>
public sealed record UsageData
{
    /// <summary>Tokens written so far.</summary>
    public required long OutputTokens { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
