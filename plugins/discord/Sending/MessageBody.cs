using System.Text.Json.Nodes;
using OpenClaw.Channels.Discord.Formatting;
using OpenClaw.Channels.Discord.Settings;
using OpenClaw.Content;

namespace OpenClaw.Channels.Discord.Sending;

/// <summary>Writes messages as Discord takes them. Whatever a model writes, it calls nobody but the people it names.</summary>
internal sealed class MessageBody(DiscordSettings settings)
{
    private const int SuppressEmbeds = 1 << 2;
    private const int SuppressNotifications = 1 << 12;

    public JsonObject Of(OutboundMessage message)
    {
        var body = Text(TextOf(message.Parts));
        var flags = (settings.HidesEmbeds ? SuppressEmbeds : 0) | (message.Silent ? SuppressNotifications : 0);
        if (flags != 0)
            body["flags"] = flags;
        if (Destination.IsId(message.ReplyToMessageId))
            body["message_reference"] = new JsonObject { ["message_id"] = message.ReplyToMessageId, ["fail_if_not_exists"] = false };
        if (Components.Of(message.Buttons) is { } components)
            body["components"] = components;
        return body;
    }

    public JsonObject Text(string markdown) => new()
    {
        ["content"] = DiscordText.Of(markdown, settings.MentionAliases),
        ["allowed_mentions"] = new JsonObject { ["parse"] = new JsonArray("users"), ["replied_user"] = false },
    };

    public static string TextOf(IReadOnlyList<MessagePart> parts)
    {
        var text = string.Join('\n', parts.OfType<TextPart>().Select(static part => part.Text));
        return text.Length > 0 ? text : parts.OfType<MediaPart>().Select(static part => part.Media.Caption).FirstOrDefault(static caption => !string.IsNullOrEmpty(caption)) ?? "";
    }
}
