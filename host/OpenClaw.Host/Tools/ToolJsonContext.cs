using System.Text.Json.Serialization;

namespace OpenClaw.Host.Tools;

/// <summary>JSON of the room.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ToolFailureText))]
internal sealed partial class ToolJsonContext : JsonSerializerContext;
