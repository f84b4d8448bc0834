using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Schema;

/// <summary>A request as a document; exists for the exported schema.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record RequestShape
{
    [AllowedValues("req")]
    public required string Type { get; init; }

    [Length(1, GatewayLimits.MaxIdLength)]
    public required string Id { get; init; }

    [NonEmpty]
    public required string Method { get; init; }

    public JsonElement? Params { get; init; }

    [Length(0, GatewayLimits.MaxTraceParentLength)]
    public string? Traceparent { get; init; }

    [Length(1, GatewayLimits.MaxProfileIdLength)]
    public string? ExpectedProfileId { get; init; }
}
