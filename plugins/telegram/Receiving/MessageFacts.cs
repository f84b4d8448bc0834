using System.Buffers;
using System.Text.Json;
using OpenClaw.Channels.Telegram.Wire;

namespace OpenClaw.Channels.Telegram.Receiving;

/// <summary>What the gateway is told of a message beside its content.</summary>
internal static class MessageFacts
{
    /// <param name="message">The message.</param>
    /// <param name="isPart">Whether the rest of its album comes in other messages.</param>
    /// <param name="topic">Whether it belongs to a topic; by this word the gateway names the session.</param>
    public static JsonElement Of(Message message, bool topic, bool isPart)
    {
        var isForwarded = message.ForwardOrigin is { ValueKind: JsonValueKind.Object };
        if (!topic && !isForwarded && !isPart && message is { MigrateFromChatId: null, MigrateToChatId: null })
            return default;
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            if (topic)
                writer.WriteString("threadKind", "topic");
            if (isForwarded)
                writer.WriteBoolean("forwarded", true);
            if (isPart && message.MediaGroupId is { } album)
                writer.WriteString("album", album);
            if (message.MigrateFromChatId is { } former)
                writer.WriteString("formerChatId", MessageIds.Text(former));
            if (message.MigrateToChatId is { } next)
                writer.WriteString("nextChatId", MessageIds.Text(next));
            writer.WriteEndObject();
        }

        return JsonElement.Parse(buffer.WrittenSpan);
    }
}
