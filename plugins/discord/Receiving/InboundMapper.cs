using OpenClaw.Channels.Discord.Wire;
using OpenClaw.Content;

namespace OpenClaw.Channels.Discord.Receiving;

/// <summary>Makes of Discord's messages what the gateway takes. Only the envelope says who wrote; nothing in the text does.</summary>
internal sealed class InboundMapper(User bot, ChatFinder chats, Servers servers, FileFetcher files, TimeProvider time)
{
    /// <returns>Nothing where the message is none that anybody is answered to.</returns>
    public async ValueTask<InboundMessage?> MapAsync(Message message, bool isChange, CancellationToken cancellationToken)
    {
        if (message.Author is not { } author || author.Id == bot.Id || message.Type is not (Message.Plain or Message.Reply))
            return null;
        // Discord changes messages by itself too, when it has looked at their links.
        if (isChange && message.EditedTimestamp is null)
            return null;
        var isBot = author.Bot || message.WebhookId is not null;
        var chat = await chats.FindAsync(message.ChannelId, message.GuildId, message.ChannelType, author, message.Member, cancellationToken);
        if (chat is null)
            return null;
        var parts = MessageParts.Of(message, bot, servers, files);
        if (parts.Count == 0 && !MentionsBot(message))
            return null;
        if (chat.Address.Kind != ChatKind.Direct && MeansOthers(message))
            chat.Facts["meansOthers"] = true;
        return new InboundMessage
        {
            MessageId = message.Id,
            Chat = chat.Address,
            Sender = People.Of(author, message.Member, isBot),
            SentAt = message.Timestamp ?? time.GetUtcNow(),
            Parts = parts.Count == 0 ? [new TextPart($"@{People.NameOf(bot)}")] : parts,
            ReplyTo = QuoteOf(message),
            PlatformData = chat.Data,
            MentionsAccount = chat.Address.Kind == ChatKind.Direct || MentionsBot(message) || message.ReferencedMessage?.Author?.Id == bot.Id,
            IsEdit = isChange,
        };
    }

    private bool MentionsBot(Message message) => message.Mentions?.Any(user => user?.Id == bot.Id) == true;

    /// <summary>Whether it names somebody else, or answers another bot.</summary>
    private bool MeansOthers(Message message) =>
        message.Mentions?.Any(user => user is not null && user.Id != bot.Id && user.Id != message.ReferencedMessage?.Author?.Id) == true
        || message.MentionRoles is { Count: > 0 }
        || (message.ReferencedMessage?.Author is { Bot: true } answered && answered.Id != bot.Id);

    private QuotedMessage? QuoteOf(Message message)
    {
        if (message.MessageReference is not { Type: MessageReference.Answer, MessageId: { Length: > 0 } id })
            return null;
        return message.ReferencedMessage is { } quoted
            ? new QuotedMessage(id, MessageParts.TextOf(quoted, bot, servers), quoted.Author is { } author ? People.Of(author) : null)
            : new QuotedMessage(id);
    }
}
