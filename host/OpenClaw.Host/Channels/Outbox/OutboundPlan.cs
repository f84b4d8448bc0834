using System.Text.Json;
using OpenClaw.Channels;
using OpenClaw.Content;
using OpenClaw.Host.Channels.Text;

namespace OpenClaw.Host.Channels.Outbox;

/// <summary>Cuts the content of a row into the messages that a platform takes, and makes each of them.</summary>
internal static class OutboundPlan
{
    private const int MaxCaption = 1024;

    private const string TooLong = "\n\n[The answer is longer than can be sent here; all of it is in the conversation.]";

    /// <param name="content">What to send.</param>
    /// <param name="limit">The longest text of one message.</param>
    /// <param name="unit">How it is counted.</param>
    /// <param name="maxParts">Texts beyond this many are left out, and the last one says so.</param>
    /// <param name="atParagraphs">Whether each paragraph becomes a message of its own.</param>
    /// <param name="maxLines">The most lines of one message; 0 for any number.</param>
    public static IReadOnlyList<OutboundPart> Of(OutboundContent content, int limit, TextUnit unit, int maxParts, bool atParagraphs = false, int maxLines = 0)
    {
        if (content.Poll is not null)
            return [new OutboundPart(content.Text)];
        limit = Math.Min(limit, content.PartLimit ?? limit);
        var parts = new List<OutboundPart>();
        var isCaption = content.Files.Count > 0 && TextLength.Of(content.Text, unit) <= Math.Min(MaxCaption, limit);
        for (var i = 0; i < content.Files.Count; i++)
            parts.Add(new OutboundPart(i == 0 && isCaption ? content.Text : "", i));
        if (isCaption)
            return parts;
        var room = Math.Max(TextCutter.ShortestLimit, limit - TextLength.Of(TooLong, unit));
        List<string> texts = atParagraphs ? Paragraphs.Of(content.Text) : [content.Text];
        foreach (var piece in texts.SelectMany(text => TextCutter.Cut(text, limit, unit)).SelectMany(piece => LineCutter.Cut(piece, maxLines, limit, unit)))
        {
            if (parts.Count == maxParts)
            {
                parts[^1] = new OutboundPart(TextCutter.Cut(parts[^1].Text, room, unit).First() + TooLong);
                break;
            }

            parts.Add(new OutboundPart(piece));
        }

        return parts;
    }

    public static OutboundMessage MessageOf(string rowKey, OutboundContent content, IReadOnlyList<OutboundPart> plan, int part)
    {
        var (text, file) = plan[part];
        return new OutboundMessage
        {
            IdempotencyKey = OutboxKeys.OfPart(rowKey, part),
            Chat = new ChatAddress(content.ChatId, content.ChatKind, content.ThreadId),
            Parts = [file is { } index ? new MediaPart(MediaOf(content.Files[index], text)) : new TextPart(text)],
            ReplyToMessageId = part == 0 || content.EveryPartReplies ? content.ReplyToMessageId : null,
            AnswersMessageId = content.AnswersMessageId,
            Silent = content.Silent,
        };
    }

    public static IReadOnlyList<OutboundPart>? Read(string? plan) =>
        plan is null ? null : JsonSerializer.Deserialize(plan, OutboxJsonContext.Default.IReadOnlyListOutboundPart);

    private static Media MediaOf(OutboundFile file, string caption) =>
        new(file.MediaType, _ => ValueTask.FromResult<Stream>(new MemoryStream(file.Data, writable: false)))
        {
            FileName = file.FileName,
            Length = file.Data.Length,
            Caption = caption.Length == 0 ? null : caption,
        };
}
