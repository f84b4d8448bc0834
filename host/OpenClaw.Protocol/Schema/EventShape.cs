using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Protocol.Schema;

/// <summary>An event as a document; exists for the exported schema.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record EventShape
{
    [AllowedValues("event")]
    public required string Type { get; init; }

    [NonEmpty]
    public required string Event { get; init; }

    public JsonElement? Payload { get; init; }

    [Range(0, GatewayLimits.MaxSafeInteger)]
    public long? Seq { get; init; }

    public StateVersion? StateVersion { get; init; }

    [NonEmpty]
    public string? RecipientProfileId { get; init; }
}
