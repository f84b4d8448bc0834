using OpenClaw.Channels.Discord.Wire;

namespace OpenClaw.Channels.Discord.Receiving;

/// <summary>Makes of reactions what the gateway takes.</summary>
internal sealed class ReactionMapper(User bot, ChatFinder chats, TimeProvider time)
{
    /// <param name="reaction">The reaction.</param>
    /// <param name="isNew">Whether it was set, and not taken back.</param>
    /// <param name="key">Names the event.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>Nothing where it is the bot's own, or in a chat that is not listened to.</returns>
    public async ValueTask<InboundMessage?> MapAsync(ReactionEvent reaction, bool isNew, string key, CancellationToken cancellationToken)
    {
        if (reaction.UserId == bot.Id || NameOf(reaction.Emoji) is not { } emoji)
            return null;
        var person = reaction.Member?.User ?? new User { Id = reaction.UserId };
        var chat = await chats.FindAsync(reaction.ChannelId, reaction.GuildId, type: null, person, reaction.Member, cancellationToken);
        return chat is null ? null : new InboundMessage
        {
            EventId = $"reaction:{key}",
            MessageId = reaction.MessageId,
            Chat = chat.Address,
            Sender = People.Of(person, reaction.Member),
            SentAt = time.GetUtcNow(),
            Parts = [],
            PlatformData = chat.Data,
            Reaction = new InboundReaction
            {
                MessageId = reaction.MessageId,
                Added = isNew ? [emoji] : [],
                Removed = isNew ? [] : [emoji],
                ToAccount = reaction.MessageAuthorId is { } author ? author == bot.Id : null,
            },
        };
    }

    private static string? NameOf(Emoji? emoji) => emoji?.Name is not { Length: > 0 and <= 64 } name ? null : emoji.Id is null ? name : $":{name}:";
}
