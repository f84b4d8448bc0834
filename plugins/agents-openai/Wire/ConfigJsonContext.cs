using System.Text.Json.Serialization;

namespace OpenClaw.Agents.OpenAI.Wire;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ProviderEntry))]
internal sealed partial class ConfigJsonContext : JsonSerializerContext;
