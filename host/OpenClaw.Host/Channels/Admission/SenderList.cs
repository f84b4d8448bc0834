using OpenClaw.Host.Channels.Inbox;

namespace OpenClaw.Host.Channels.Admission;

/// <summary>A list of senders as people write it: ids with or without the channel's name in front, mentions, phone numbers.</summary>
internal sealed class SenderList(string channel, IReadOnlyList<string> entries)
{
    private const string Everybody = "*";

    public bool HasEverybody => entries.Contains(Everybody);

    public bool IsEmpty => entries.Count == 0;

    /// <summary>An unknown sender is on no list.</summary>
    public bool Has(ReceivedMessage message) => message.SenderId.Length > 0 && (HasEverybody || entries.Any(entry => IsSame(entry, message.SenderId)));

    public bool HasExactly(string senderId) => entries.Any(entry => IsSame(entry, senderId));

    private bool IsSame(string entry, string senderId) => string.Equals(Plain(entry), Plain(senderId), StringComparison.OrdinalIgnoreCase);

    /// <summary>The id without what people put around it. Names of other channels stay and so match nobody here.</summary>
    private string Plain(string entry)
    {
        var text = entry.Trim();
        if (text.StartsWith($"{channel}:", StringComparison.OrdinalIgnoreCase))
            text = text[(channel.Length + 1)..].Trim();
        else if (ChannelNames.Full(text.Split(':')[0]) == channel)
            text = text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        else if (text.StartsWith("user:", StringComparison.OrdinalIgnoreCase) || text.StartsWith("pk:", StringComparison.OrdinalIgnoreCase))
            text = text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        if (text.StartsWith("<@", StringComparison.Ordinal) && text.EndsWith('>'))
            text = text[2..^1].TrimStart('!');
        return PhoneNumber.Of(text) ?? text;
    }
}
