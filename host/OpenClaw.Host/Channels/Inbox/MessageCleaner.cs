using System.Globalization;
using System.Text;
using System.Text.Json;
using OpenClaw.Channels;
using OpenClaw.Content;
using OpenClaw.Host.Sessions.Transcript;

namespace OpenClaw.Host.Channels.Inbox;

/// <summary>Makes what a channel brings fit to be stored: bounded, whole Unicode, labels without control characters.</summary>
internal sealed class MessageCleaner(InboxLimits limits)
{
    private const int MaxEmoji = 20;

    /// <summary>What the message is known by among those of its account.</summary>
    public static string KeyOf(InboundMessage message) => message.EventId ?? message.MessageId;

    /// <returns>Why the message cannot be taken at all, or nothing.</returns>
    public string? Problem(InboundMessage message)
    {
        if (message is null || message.Chat is null || message.Sender is null || message.Parts is null)
            return "the message has no chat, sender or content";
        return !IsId(message.MessageId) || (message.Reaction is { } reaction && !IsId(reaction.MessageId)) || !IsId(KeyOf(message)) || !IsId(message.Chat.ChatId) || !IsId(message.Sender.Id) || message.Chat.ThreadId is { } thread && !IsId(thread)
            ? $"ids must have 1 to {limits.MaxIdLength} characters, none of them control characters"
            : null;
    }

    /// <returns>Why the text of the message is not taken, or nothing.</returns>
    public string? Excess(InboundMessage message)
    {
        var length = message.Parts.OfType<TextPart>().Sum(static part => (long)(part.Text?.Length ?? 0));
        return length > limits.MaxTextLength ? $"the text has {length} characters; {limits.MaxTextLength} are taken" : null;
    }

    /// <summary>What is kept of a message whose text is not taken: who wrote it and where, and its beginning.</summary>
    public ReceivedMessage Beginning(InboundMessage message, string problem)
    {
        var text = message.Parts.OfType<TextPart>().Select(static part => part.Text).FirstOrDefault(static text => !string.IsNullOrEmpty(text)) ?? "";
        return Clean(message with { Parts = [new TextPart(Cut(text, limits.MaxQuoteLength))] }, []) with { Problem = problem };
    }

    public ReceivedMessage Clean(InboundMessage message, IReadOnlyList<StoredMedia> media) => new()
    {
        MessageId = message.EventId is null ? null : message.MessageId,
        ChatId = message.Chat.ChatId,
        ChatKind = message.Chat.Kind,
        ThreadId = message.Chat.ThreadId,
        ChatTitle = Label(message.Chat.Title),
        SenderId = message.Sender.Id,
        SenderName = Label(message.Sender.DisplayName),
        SenderUserName = Label(message.Sender.UserName),
        SenderIsBot = message.Sender.IsBot,
        SentAt = message.SentAt.ToUnixTimeMilliseconds(),
        Text = WholeText.Of(string.Join('\n', message.Parts.OfType<TextPart>().Select(static part => part.Text).Where(static text => !string.IsNullOrEmpty(text)))),
        Media = media,
        ReplyToId = message.ReplyTo is { MessageId: { } quoted } && IsId(quoted) ? quoted : null,
        ReplyToText = message.ReplyTo?.Text is { Length: > 0 } text ? WholeText.Of(Cut(text, limits.MaxQuoteLength)) : null,
        ReplyToSender = Label(message.ReplyTo?.Sender?.DisplayName ?? message.ReplyTo?.Sender?.UserName ?? message.ReplyTo?.Sender?.Id),
        Mentioned = message.MentionsAccount,
        Reaction = ReactionOf(message.Reaction),
        Facts = FactsOf(message.PlatformData),
    };

    /// <summary>A name of somebody's choice as one short line.</summary>
    public string? Label(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var line = new StringBuilder();
        foreach (var rune in Cut(text, limits.MaxLabelLength).EnumerateRunes())
            line.Append(Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => " ",
                // Marks that turn the direction of writing or show nothing: with them a name looks like another.
                UnicodeCategory.Format => "",
                _ => rune.ToString(),
            });
        return line.ToString().Trim();
    }

    private InboundReaction? ReactionOf(InboundReaction? reaction) => reaction is null ? null : reaction with
    {
        Added = [.. reaction.Added.Take(MaxEmoji).Select(Label).OfType<string>()],
        Removed = [.. reaction.Removed.Take(MaxEmoji).Select(Label).OfType<string>()],
    };

    private JsonElement? FactsOf(JsonElement data) =>
        data.ValueKind == JsonValueKind.Object && data.GetRawText().Length <= limits.MaxFactsLength ? data.Clone() : null;

    private bool IsId(string? id) => id is { Length: > 0 } && id.Length <= limits.MaxIdLength && !id.Any(char.IsControl) && WholeText.Is(id);

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
