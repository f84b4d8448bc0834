using System.Text.Json.Serialization;

namespace OpenClaw.Host.Configuration.Rpc;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ConfigIssueDetails))]
internal sealed partial class ConfigRpcJsonContext : JsonSerializerContext;
