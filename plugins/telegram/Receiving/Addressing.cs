using OpenClaw.Channels.Telegram.Wire;

namespace OpenClaw.Channels.Telegram.Receiving;

/// <summary>Whether a message is meant for the bot, and its text without the name that commands carry in groups.</summary>
internal static class Addressing
{
    public static bool IsForBot(Message message, User bot) =>
        message.Chat.Type == "private" || IsReplyTo(message, bot) || Mentions(message, bot);

    /// <summary><c>/status@my_bot now</c> as <c>/status now</c>.</summary>
    public static string Plain(string text, User bot)
    {
        if (bot.Username is not { Length: > 0 } name || text is not ['/', ..])
            return text;
        var end = text.AsSpan().IndexOfAny(" \n\t");
        var word = end < 0 ? text : text[..end];
        return word.EndsWith($"@{name}", StringComparison.OrdinalIgnoreCase) ? string.Concat(word.AsSpan(0, word.Length - name.Length - 1), text.AsSpan(word.Length)) : text;
    }

    private static bool IsReplyTo(Message message, User bot) =>
        message.ReplyToMessage is { From: { } author } answered
        && author.Id == bot.Id
        // The first message of a topic stands there as what every message of the topic answers.
        && !(message.IsTopicMessage && answered.MessageId == message.MessageThreadId);

    private static bool Mentions(Message message, User bot)
    {
        var text = message.Text ?? message.Caption ?? "";
        var name = $"@{bot.Username}";
        foreach (var entity in (message.Entities ?? message.CaptionEntities ?? []).OfType<MessageEntity>())
        {
            if (entity.Type == "text_mention" && entity.User?.Id == bot.Id)
                return true;
            if (bot.Username is null || Part(text, entity) is not { Length: > 0 } part)
                continue;
            if (entity.Type == "mention" && part.Equals(name, StringComparison.OrdinalIgnoreCase))
                return true;
            if (entity.Type == "bot_command" && part.EndsWith(name, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static ReadOnlySpan<char> Part(string text, MessageEntity entity) =>
        entity.Offset >= 0 && entity.Length > 0 && entity.Offset <= text.Length - entity.Length ? text.AsSpan(entity.Offset, entity.Length) : default;
}
