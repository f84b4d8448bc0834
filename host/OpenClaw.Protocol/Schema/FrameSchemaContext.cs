using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Schema;

/// <summary>JSON contracts of whole frames; apart from the public context because frames are never built as objects.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    MaxDepth = GatewayLimits.MaxDepth + 1)]
[JsonSerializable(typeof(RequestShape))]
[JsonSerializable(typeof(ResponseShape))]
[JsonSerializable(typeof(EventShape))]
internal sealed partial class FrameSchemaContext : JsonSerializerContext;
