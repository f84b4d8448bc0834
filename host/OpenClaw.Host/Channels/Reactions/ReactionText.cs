using OpenClaw.Channels;
using OpenClaw.Host.Channels.Inbox;

namespace OpenClaw.Host.Channels.Reactions;

/// <summary>Writes what the agent is told of a reaction. Names are of people's choice, so they are short and in quotes.</summary>
internal static class ReactionText
{
    private const int MaxName = 64;
    private const int MaxEmoji = 5;
    private const int MaxEmojiLength = 32;

    /// <returns>Nothing where nothing has changed.</returns>
    public static string? Of(string channel, ReceivedMessage message, InboundReaction reaction, bool isOwn)
    {
        var changes = new List<string>();
        if (Emoji(reaction.Added) is { Length: > 0 } added)
            changes.Add($"put {added} below");
        if (Emoji(reaction.Removed) is { Length: > 0 } removed)
            changes.Add($"took {removed} from");
        if (changes.Count == 0)
            return null;
        var name = message.SenderLabel.Replace('"', '\'');
        name = name.Length <= MaxName ? name : name[..MaxName];
        return $"On {channel}, \"{name}\" ({message.SenderId}) {string.Join(" and ", changes)} {(isOwn ? "your message" : "message")} {reaction.MessageId}.";
    }

    private static string Emoji(IReadOnlyList<string> emoji) =>
        string.Join(' ', emoji.Take(MaxEmoji).Select(static one => one.Length <= MaxEmojiLength ? one : one[..MaxEmojiLength]));
}
