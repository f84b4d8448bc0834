using System.Text.Json.Serialization;

namespace OpenClaw.Bench.Swap;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SwapReport))]
internal sealed partial class SwapJsonContext : JsonSerializerContext;
