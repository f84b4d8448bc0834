using System.Text.Json;
using OpenClaw.Channels.Telegram.Wire;
using OpenClaw.Content;

namespace OpenClaw.Channels.Telegram.Receiving;

/// <summary>Makes of Telegram's events what the gateway takes. Only the envelope says who wrote; nothing in the text does.</summary>
internal sealed class InboundMapper(User bot, FileFetcher files, TimeProvider time)
{
    // By this word the gateway names sessions of topics.
    private static readonly JsonElement TopicFacts = JsonElement.Parse("""{"threadKind":"topic"}""");

    /// <returns>Nothing where the event is none that anybody is answered to.</returns>
    public InboundMessage? Map(Update update) => update switch
    {
        { Message: { } message } => Map([message]),
        { ChannelPost: { } post } => Map([post]),
        { CallbackQuery: { } press } => Map(press),
        _ => null,
    };

    /// <summary>One message, or the messages that an album consists of.</summary>
    public InboundMessage? Map(IReadOnlyList<Message> messages)
    {
        var first = messages[0];
        if (SenderOf(first) is not { } sender)
            return null;
        var parts = new List<MessagePart>();
        foreach (var message in messages)
            parts.AddRange(MessageParts.Of(message, bot, files));
        var chat = ChatOf(first);
        return parts.Count == 0 ? null : new InboundMessage
        {
            EventId = MessageIds.EventOf(first),
            MessageId = MessageIds.Text(first.MessageId),
            Chat = chat,
            Sender = sender,
            SentAt = MomentOf(first.Date),
            Parts = parts,
            ReplyTo = QuoteOf(first),
            PlatformData = chat.ThreadId is null ? default : TopicFacts,
            MentionsAccount = messages.Any(message => Addressing.IsForBot(message, bot)),
        };
    }

    private InboundMessage? Map(CallbackQuery press) =>
        press is { Message: { } message, Data: { Length: > 0 } data } && press.From.Id != bot.Id && ChatOf(message) is var chat
            ? new InboundMessage
            {
                EventId = MessageIds.EventOf(press),
                MessageId = MessageIds.Text(message.MessageId),
                Chat = chat,
                PlatformData = chat.ThreadId is null ? default : TopicFacts,
                Sender = Person(press.From),
                SentAt = time.GetUtcNow(),
                Parts = [new TextPart($"callback_data: {data}")],
                MentionsAccount = true,
            }
            : null;

    private ChatUser? SenderOf(Message message) => message switch
    {
        // Written in the name of a chat: the person behind it stays hidden, so the chat is who wrote.
        { SenderChat: { } chat } => new ChatUser(MessageIds.Text(chat.Id), chat.Title, chat.Username),
        { From: { } from } when from.Id != bot.Id => Person(from),
        _ => null,
    };

    private static ChatUser Person(User user) => new(
        MessageIds.Text(user.Id),
        $"{user.FirstName} {user.LastName}".Trim() is { Length: > 0 } name ? name : null,
        user.Username,
        user.IsBot);

    private ChatAddress ChatOf(Message message)
    {
        var kind = message.Chat.Type switch
        {
            "private" => ChatKind.Direct,
            "channel" => ChatKind.Broadcast,
            _ => ChatKind.Group,
        };
        // Elsewhere the number only names a chain of replies.
        var hasTopics = kind == ChatKind.Direct ? bot.HasTopicsEnabled : message.IsTopicMessage;
        var topic = hasTopics && message.MessageThreadId is { } thread ? MessageIds.Text(thread) : null;
        return new ChatAddress(MessageIds.Text(message.Chat.Id), kind, topic, kind == ChatKind.Direct ? null : message.Chat.Title);
    }

    private QuotedMessage? QuoteOf(Message message)
    {
        if (message.ReplyToMessage is not { } answered || (message.IsTopicMessage && answered.MessageId == message.MessageThreadId))
            return null;
        var author = answered.SenderChat is { } chat ? new ChatUser(MessageIds.Text(chat.Id), chat.Title, chat.Username)
            : answered.From is { } from ? Person(from) : null;
        return new QuotedMessage(MessageIds.Text(answered.MessageId), message.Quote?.Text ?? MessageParts.TextOf(answered, bot), author);
    }

    private DateTimeOffset MomentOf(long seconds) =>
        seconds is > 0 and < 253_402_300_800 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : time.GetUtcNow();
}
