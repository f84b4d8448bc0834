using System.Text.Json.Serialization;

namespace OpenClaw.Bench.Crash;

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CrashReport))]
internal sealed partial class CrashJsonContext : JsonSerializerContext;
