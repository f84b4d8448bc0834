using System.Text.Json.Serialization;

namespace OpenClaw.Host.Channels.Outbox;

/// <summary>JSON of the columns of the outbox.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(OutboundContent))]
[JsonSerializable(typeof(IReadOnlyList<OutboundPart>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class OutboxJsonContext : JsonSerializerContext;
