using System.Text.Json.Serialization;

namespace OpenClaw.Host.Plugins.Rpc;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PluginsReloadParams))]
[JsonSerializable(typeof(PluginsChangeResult))]
[JsonSerializable(typeof(PluginsInspectParams))]
[JsonSerializable(typeof(PluginInspection))]
[JsonSerializable(typeof(PluginsSetEnabledParams))]
[JsonSerializable(typeof(PluginsSetEnabledResult))]
[JsonSerializable(typeof(PluginsCommandParams))]
[JsonSerializable(typeof(PluginsCommandResult))]
[JsonSerializable(typeof(PluginDetail))]
internal sealed partial class PluginsRpcJsonContext : JsonSerializerContext;
