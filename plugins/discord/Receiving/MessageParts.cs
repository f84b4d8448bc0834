using OpenClaw.Channels.Discord.Wire;
using OpenClaw.Content;

namespace OpenClaw.Channels.Discord.Receiving;

/// <summary>What a message holds: its text, its files, and in words what has no other form.</summary>
internal static class MessageParts
{
    private const int MostFiles = 20;

    public static List<MessagePart> Of(Message message, User bot, Servers servers, FileFetcher files)
    {
        var parts = new List<MessagePart>();
        if (TextOf(message, bot, servers) is { Length: > 0 } text)
            parts.Add(new TextPart(text));
        parts.AddRange(FilesOf(message).Take(MostFiles).Select(file => new MediaPart(files.Media(file))));
        return parts;
    }

    public static string TextOf(Message message, User bot, Servers servers)
    {
        var lines = new List<string>();
        if (message.Content is { Length: > 0 } content)
            lines.Add(MentionText.Plain(content, message.Mentions, bot, servers.Known));
        foreach (var snapshot in Snapshots(message))
        {
            if (snapshot.Content is { Length: > 0 } passed)
                lines.Add($"[forwarded] {passed}");
        }

        lines.AddRange((message.StickerItems ?? []).OfType<Sticker>().Select(static sticker => $"[sticker {sticker.Name}]"));
        if (message.Poll is { } poll)
            lines.Add($"[poll: {poll.Question?.Text} {string.Join(" / ", (poll.Answers ?? []).Select(static answer => answer?.PollMedia?.Text))}]");
        return string.Join('\n', lines.Where(static line => line.Length > 0));
    }

    public static IEnumerable<Attachment> FilesOf(Message message) =>
        (message.Attachments ?? []).Concat(Snapshots(message).SelectMany(static one => one.Attachments ?? [])).OfType<Attachment>();

    private static IEnumerable<SnapshotContent> Snapshots(Message message) =>
        (message.MessageSnapshots ?? []).Select(static one => one?.Message).OfType<SnapshotContent>();
}
