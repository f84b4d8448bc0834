using System.Text.Json.Serialization;

namespace OpenClaw.Host.Plugins.Crashes;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(CrashRecord))]
internal sealed partial class CrashJsonContext : JsonSerializerContext;
