using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Agents;

/// <summary>One reply.</summary>
public sealed record AgentReplyPayload
{
    /// <summary>Its text.</summary>
    public string? Text { get; init; }

    /// <summary>Address of its media, null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? MediaUrl { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
