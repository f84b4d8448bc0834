using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Nodes;

/// <summary>Parameters of <c>node.event</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record NodeEventParams
{
    /// <summary>What happened.</summary>
    [NonEmpty]
    public required string Event { get; init; }

    /// <summary>More about it.</summary>
    public JsonElement? Payload { get; init; }

    /// <summary>More about it, as JSON text.</summary>
    [JsonPropertyName("payloadJSON")]
    public string? PayloadJson { get; init; }
}
