using System.Text.Json.Serialization;

namespace OpenClaw.Agents.Offline;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(OfflineSettings))]
internal sealed partial class OfflineJsonContext : JsonSerializerContext;
