using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Config;

/// <summary>The conversation a configuration change was asked for in.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ConfigDeliveryContext
{
    /// <summary>The channel.</summary>
    public string? Channel { get; init; }

    /// <summary>The chat.</summary>
    public string? To { get; init; }

    /// <summary>The account on the channel.</summary>
    public string? AccountId { get; init; }

    /// <summary>Text or number.</summary>
    [JsonSchemaText("""{"anyOf":[{"type":"string"},{"type":"number"}]}""")]
    public JsonElement? ThreadId { get; init; }
}
