using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Chat;

/// <summary>Content is a string or an array on the wire.</summary>
internal sealed class MessageContentConverter : JsonConverter<MessageContent>
{
    public override MessageContent Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.String => MessageContent.OfText(reader.GetString()!),
            JsonTokenType.StartArray => MessageContent.OfParts(
                JsonSerializer.Deserialize(ref reader, ProtocolJsonContext.Default.IReadOnlyListContentPart)!),
            _ => throw new JsonException("Message content must be text or a list of parts."),
        };

    public override void Write(Utf8JsonWriter writer, MessageContent value, JsonSerializerOptions options)
    {
        if (value.Text is { } text)
        {
            writer.WriteStringValue(text);
            return;
        }

        JsonSerializer.Serialize(writer, value.Parts!, ProtocolJsonContext.Default.IReadOnlyListContentPart);
    }
}
