using System.Text.Json.Serialization;

namespace OpenClaw.Agents.Anthropic.Wire;

/// <summary>What the far end sends. Lenient: unknown members are skipped.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(MessageEvent))]
[JsonSerializable(typeof(MessageBody))]
[JsonSerializable(typeof(ModelsReply))]
internal sealed partial class AnthropicJsonContext : JsonSerializerContext;
