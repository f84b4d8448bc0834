using OpenClaw.Channels.Telegram.Wire;

namespace OpenClaw.Channels.Telegram.Receiving;

/// <summary>Makes of a reaction what the gateway takes.</summary>
internal static class ReactionMapper
{
    private const string Custom = "a custom emoji";

    public static InboundMessage? Map(ReactionUpdate update, long updateId, ChatUser sender, ChatAddress chat, DateTimeOffset moment)
    {
        var (before, after) = (Emoji(update.OldReaction), Emoji(update.NewReaction));
        var reaction = new InboundReaction
        {
            MessageId = MessageIds.Text(update.MessageId),
            Added = [.. after.Except(before, StringComparer.Ordinal)],
            Removed = [.. before.Except(after, StringComparer.Ordinal)],
        };
        if (reaction is { Added.Count: 0, Removed.Count: 0 })
            return null;
        return new InboundMessage
        {
            EventId = $"reaction:{MessageIds.Text(updateId)}:{reaction.MessageId}:{MessageIds.Text(update.Date)}",
            MessageId = reaction.MessageId,
            Chat = chat,
            Sender = sender,
            SentAt = moment,
            Parts = [],
            Reaction = reaction,
        };
    }

    private static List<string> Emoji(IReadOnlyList<ReactionMark>? marks) =>
        [.. (marks ?? []).OfType<ReactionMark>().Select(static mark => mark is { Type: "emoji", Emoji: { Length: > 0 } emoji } ? emoji : Custom)];
}
