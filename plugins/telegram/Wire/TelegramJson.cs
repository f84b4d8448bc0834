using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Channels.Telegram.Wire;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    RespectNullableAnnotations = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ApiAnswer))]
[JsonSerializable(typeof(Update))]
[JsonSerializable(typeof(User))]
[JsonSerializable(typeof(SentMessage))]
[JsonSerializable(typeof(SentMessage[]))]
[JsonSerializable(typeof(FilePlace))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(bool))]
internal sealed partial class TelegramJson : JsonSerializerContext;
