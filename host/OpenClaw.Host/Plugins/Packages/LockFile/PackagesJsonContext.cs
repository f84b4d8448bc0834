using System.Text.Json.Serialization;
using OpenClaw.Host.Plugins.Packages.Install;

namespace OpenClaw.Host.Plugins.Packages.LockFile;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(PluginLock))]
[JsonSerializable(typeof(InstallJournal))]
internal sealed partial class PackagesJsonContext : JsonSerializerContext;
