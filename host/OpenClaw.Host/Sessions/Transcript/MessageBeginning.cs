using OpenClaw.Protocol.Chat;

namespace OpenClaw.Host.Sessions.Transcript;

/// <summary>The beginning of a message on one line, for lists.</summary>
internal static class MessageBeginning
{
    public const int MaxLength = 160;
    private const char Ellipsis = '…';

    /// <summary>Nothing for messages that say nothing to people: tool results, notes, empty texts.</summary>
    public static string? Of(TranscriptMessage message, int length = MaxLength)
    {
        if (message.Role is not (MessageRoles.User or MessageRoles.Assistant) || TranscriptMembers.IsExcludedFromContext(message))
            return null;
        var text = Cut(message.Content.ToPlainText(), length);
        return text.Length == 0 ? null : text;
    }

    /// <summary>One line of at most that length; a surrogate pair is never torn.</summary>
    public static string Cut(string text, int length)
    {
        // What lies far behind the cut is not looked at, however long the text is.
        var near = text.AsSpan(0, Math.Min(text.Length, length * 4));
        var line = string.Join(' ', near.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= length && near.Length == text.Length)
            return line;
        var end = Math.Min(line.Length, length - 1);
        if (end > 0 && char.IsHighSurrogate(line[end - 1]))
            end--;
        return $"{line.AsSpan(0, end)}{Ellipsis}";
    }
}
