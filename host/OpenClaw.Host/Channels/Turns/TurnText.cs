using System.Text;
using OpenClaw.Channels;
using OpenClaw.Host.Channels.Inbox;

namespace OpenClaw.Host.Channels.Turns;

/// <summary>Writes what an agent reads of received messages: who spoke, what was quoted, what came with it.</summary>
internal static class TurnText
{
    private const string Before = "[What was said in this chat since your last answer, for context only]";
    private const string Now = "[The message to answer]";

    /// <param name="batch">The messages of the turn, oldest first; at least one.</param>
    /// <param name="held">What was said before and was not meant for the agent, oldest first.</param>
    public static string Of(IReadOnlyList<InboxRow> batch, IReadOnlyList<InboxRow> held)
    {
        var inGroup = batch[0].Message.ChatKind != ChatKind.Direct;
        var text = new StringBuilder();
        if (held.Count > 0)
        {
            text.Append(Before).Append('\n');
            foreach (var row in held)
                text.Append(row.Message.SenderLabel).Append(": ").Append(Body(row.Message)).Append('\n');
            text.Append('\n').Append(Now).Append('\n');
        }

        if (batch[0].Message.ReplyToText is { Length: > 0 } quoted)
            text.Append("[Answers ").Append(batch[0].Message.ReplyToSender ?? "a message").Append("] ").Append(quoted).Append(" [/Answers]\n");
        if (inGroup)
            text.Append(batch[0].Message.SenderLabel).Append(": ");
        return text.AppendJoin('\n', batch.Select(static row => Body(row.Message))).ToString();
    }

    private static string Body(ReceivedMessage message)
    {
        var lines = message.Media.Select(Note).ToList();
        if (message.Text.Length > 0)
            lines.Insert(0, message.Text);
        return string.Join('\n', lines);
    }

    private static string Note(StoredMedia media)
    {
        var name = media.FileName is { } file ? $" {file}" : string.Empty;
        return media.Path is { } path
            ? $"[media attached:{name} ({media.MediaType}) at {path}]"
            : $"[media unavailable:{name} ({media.MediaType}): {media.Problem}]";
    }
}
