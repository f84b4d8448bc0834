using System.Text.Json.Serialization;

namespace OpenClaw.Agents.Common.Settings;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ProviderEntry))]
internal sealed partial class ConfigJsonContext : JsonSerializerContext;
