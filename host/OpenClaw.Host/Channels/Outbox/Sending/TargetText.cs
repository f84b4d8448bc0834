using OpenClaw.Channels;

namespace OpenClaw.Host.Channels.Outbox.Sending;

/// <summary>A target as people write it: <c>[channel:][kind:]id[:topic:thread]</c>.</summary>
/// <param name="Channel">The channel it names, if any.</param>
/// <param name="Kind">What sort of place it says it is; direct without a word.</param>
/// <param name="ChatId">The platform's id.</param>
/// <param name="ThreadId">The thread, if any.</param>
internal sealed record TargetText(string? Channel, ChatKind Kind, string ChatId, string? ThreadId)
{
    private const string Topic = ":topic:";

    /// <param name="text">What was written.</param>
    /// <param name="isChannel">Whether a word is a channel's id.</param>
    public static TargetText Parse(string text, Func<string, bool> isChannel)
    {
        var rest = text.Trim();
        string? channel = null;
        if (TakePrefix(rest, out var word, out var behind) && ChannelNames.Full(word) is var named && isChannel(named))
            (channel, rest) = (named, behind);
        var kind = ChatKind.Direct;
        if (TakePrefix(rest, out word, out behind) && KindOf(word) is { } said)
            (kind, rest) = (said, behind);
        var topic = rest.LastIndexOf(Topic, StringComparison.OrdinalIgnoreCase);
        return topic > 0 && topic + Topic.Length < rest.Length
            ? new TargetText(channel, ChatKind.Group, rest[..topic], rest[(topic + Topic.Length)..])
            : new TargetText(channel, kind, rest, null);
    }

    private static bool TakePrefix(string text, out string word, out string behind)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        (word, behind) = colon > 0 && colon + 1 < text.Length ? (text[..colon].ToLowerInvariant(), text[(colon + 1)..].Trim()) : ("", text);
        return word.Length > 0 && behind.Length > 0;
    }

    private static ChatKind? KindOf(string word) => word switch
    {
        "user" or "direct" or "dm" => ChatKind.Direct,
        "group" or "channel" => ChatKind.Group,
        _ => null,
    };
}
