using System.Text.Json.Serialization;

namespace OpenClaw.Agents.OpenAI.Wire;

/// <summary>What far ends send. Lenient: unknown members are skipped, numbers may stand in quotes.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(Completion))]
[JsonSerializable(typeof(ModelList))]
[JsonSerializable(typeof(EmbeddingReply))]
[JsonSerializable(typeof(ResponseEvent))]
[JsonSerializable(typeof(ResponseBody))]
internal sealed partial class WireJsonContext : JsonSerializerContext;
