using System.Text.Json.Nodes;
using OpenClaw.Channels.Telegram.Receiving;

namespace OpenClaw.Channels.Telegram.Sending;

/// <summary>Writes where a message goes.</summary>
internal static class Destination
{
    /// <summary>The number of the topic that every forum has. It is never named when something is sent.</summary>
    private const long General = 1;

    /// <returns>Nothing where the text names no chat of Telegram.</returns>
    public static JsonNode? Chat(string chatId) =>
        MessageIds.Number(chatId) is { } number ? JsonValue.Create(number)
        : chatId is ['@', _, ..] ? JsonValue.Create(chatId)
        : null;

    public static JsonObject? Of(ChatAddress chat, bool isSign = false)
    {
        if (Chat(chat.ChatId) is not { } id)
            return null;
        var parameters = new JsonObject { ["chat_id"] = id };
        if (MessageIds.Number(chat.ThreadId) is { } thread && (isSign || thread != General))
            parameters["message_thread_id"] = thread;
        return parameters;
    }

    public static SendRefused Unknown(string chatId) =>
        new("chat_not_found", $"\"{(chatId.Length <= 64 ? chatId : chatId[..64])}\" is no chat of Telegram: give its number, or @name of a public channel");
}
