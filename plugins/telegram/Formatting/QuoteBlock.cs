namespace OpenClaw.Channels.Telegram.Formatting;

/// <summary>Lines that begin with a quote sign. Quotes in quotes become one: Telegram knows no depth.</summary>
internal static class QuoteBlock
{
    public static string? Read(string[] lines, int first, out int next)
    {
        next = first;
        while (next < lines.Length && lines[next] is ['>', ..])
            next++;
        if (next == first)
            return null;
        var text = string.Join('\n', lines[first..next].Select(static line => line.TrimStart('>', ' ')));
        return text.Trim().Length == 0 ? "" : $"<blockquote>{InlineText.Html(text)}</blockquote>";
    }
}
