using System.Text.Json.Serialization;

namespace OpenClaw.Host.Plugins.Packages.Rpc;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PluginsInstallParams))]
[JsonSerializable(typeof(PluginsInstallResult))]
[JsonSerializable(typeof(PluginsUninstallParams))]
[JsonSerializable(typeof(PluginsUninstallResult))]
[JsonSerializable(typeof(PluginsSearchParams))]
[JsonSerializable(typeof(PluginsSearchResult))]
[JsonSerializable(typeof(InstallProgressEvent))]
internal sealed partial class PackagesRpcJsonContext : JsonSerializerContext;
