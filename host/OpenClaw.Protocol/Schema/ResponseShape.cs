using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Schema;

/// <summary>A response as a document; exists for the exported schema.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ResponseShape
{
    [AllowedValues("res")]
    public required string Type { get; init; }

    [NonEmpty]
    public required string Id { get; init; }

    public required bool Ok { get; init; }

    public JsonElement? Payload { get; init; }

    public ErrorShape? Error { get; init; }
}
