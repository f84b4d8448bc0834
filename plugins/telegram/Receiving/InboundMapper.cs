using OpenClaw.Channels.Telegram.Wire;
using OpenClaw.Content;

namespace OpenClaw.Channels.Telegram.Receiving;

/// <summary>Makes of Telegram's events what the gateway takes. Only the envelope says who wrote; nothing in the text does.</summary>
internal sealed class InboundMapper(User bot, FileFetcher files, TimeProvider time)
{
    /// <returns>Nothing where the event is none that anybody is answered to.</returns>
    public InboundMessage? Map(Update update) => update switch
    {
        // Albums that are asked for come whole; what comes by itself is a part of one.
        { Message: { } message } => Map([message], isPart: message.MediaGroupId is not null),
        { ChannelPost: { } post } => Map([post], isPart: post.MediaGroupId is not null),
        { EditedMessage: { MediaGroupId: null } message } => Map([message], isEdit: true),
        { EditedChannelPost: { MediaGroupId: null } post } => Map([post], isEdit: true),
        { MessageReaction: { } reaction } => Map(reaction, update.UpdateId),
        { CallbackQuery: { } press } => Map(press),
        _ => null,
    };

    /// <summary>One message, or the messages that an album consists of.</summary>
    public InboundMessage? Map(IReadOnlyList<Message> messages, bool isEdit = false, bool isPart = false)
    {
        var first = messages[0];
        if (SenderOf(first) is not { } sender)
            return null;
        var parts = new List<MessagePart>();
        foreach (var message in messages)
            parts.AddRange(MessageParts.Of(message, bot, files));
        var chat = ChatOf(first);
        var hasMoved = first.MigrateToChatId is not null || first.MigrateFromChatId is not null;
        return parts.Count == 0 && !hasMoved ? null : new InboundMessage
        {
            EventId = MessageIds.EventOf(first),
            MessageId = MessageIds.Text(first.MessageId),
            Chat = chat,
            Sender = sender,
            SentAt = MomentOf(first.Date),
            Parts = parts,
            ReplyTo = QuoteOf(first),
            PlatformData = MessageFacts.Of(first, chat.ThreadId is not null, isPart),
            IsEdit = isEdit,
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
                PlatformData = MessageFacts.Of(message, chat.ThreadId is not null, isPart: false),
                Sender = Person(press.From),
                SentAt = time.GetUtcNow(),
                Parts = [new TextPart($"callback_data: {data}")],
                MentionsAccount = true,
            }
            : null;

    // Telegram does not say in which topic; the gateway knows it of its own messages.
    private InboundMessage? Map(ReactionUpdate reaction, long updateId)
    {
        var sender = reaction switch
        {
            { User: { } user } when user.Id != bot.Id => Person(user),
            { ActorChat: { } chat } => Named(chat),
            _ => null,
        };
        return sender is null ? null : ReactionMapper.Map(reaction, updateId, sender, AddressOf(reaction.Chat, topic: null), MomentOf(reaction.Date));
    }

    private ChatUser? SenderOf(Message message) => message switch
    {
        // Written in the name of a chat: the person behind it stays hidden, so the chat is who wrote.
        { SenderChat: { } chat } => Named(chat),
        { From: { } from } when from.Id != bot.Id => Person(from),
        _ => null,
    };

    private static ChatUser Named(Chat chat) => new(MessageIds.Text(chat.Id), chat.Title, chat.Username);

    private static ChatUser Person(User user) => new(
        MessageIds.Text(user.Id),
        $"{user.FirstName} {user.LastName}".Trim() is { Length: > 0 } name ? name : null,
        user.Username,
        user.IsBot);

    private ChatAddress ChatOf(Message message)
    {
        // Elsewhere the number only names a chain of replies.
        var hasTopics = message.Chat.Type == "private" ? bot.HasTopicsEnabled : message.IsTopicMessage;
        return AddressOf(message.Chat, hasTopics && message.MessageThreadId is { } thread ? MessageIds.Text(thread) : null);
    }

    private static ChatAddress AddressOf(Chat chat, string? topic)
    {
        var kind = chat.Type switch
        {
            "private" => ChatKind.Direct,
            "channel" => ChatKind.Broadcast,
            _ => ChatKind.Group,
        };
        return new ChatAddress(MessageIds.Text(chat.Id), kind, topic, kind == ChatKind.Direct ? null : chat.Title);
    }

    private QuotedMessage? QuoteOf(Message message)
    {
        if (message.ReplyToMessage is not { } answered || (message.IsTopicMessage && answered.MessageId == message.MessageThreadId))
            return null;
        var author = answered.SenderChat is { } chat ? Named(chat)
            : answered.From is { } from ? Person(from) : null;
        return new QuotedMessage(MessageIds.Text(answered.MessageId), message.Quote?.Text ?? MessageParts.TextOf(answered, bot), author);
    }

    private DateTimeOffset MomentOf(long seconds) =>
        seconds is > 0 and < 253_402_300_800 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : time.GetUtcNow();
}
