using System.Text.Json.Serialization;

namespace OpenClaw.Agents.Ollama.Wire;

/// <summary>What the far end sends. Lenient: unknown members are skipped.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(ChatLine))]
[JsonSerializable(typeof(TagsReply))]
[JsonSerializable(typeof(EmbedReply))]
internal sealed partial class OllamaJsonContext : JsonSerializerContext;
