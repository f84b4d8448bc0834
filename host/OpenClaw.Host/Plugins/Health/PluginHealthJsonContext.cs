using System.Text.Json.Serialization;

namespace OpenClaw.Host.Plugins.Health;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PluginProblem))]
internal sealed partial class PluginHealthJsonContext : JsonSerializerContext;
