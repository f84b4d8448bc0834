namespace OpenClaw.Channels.Telegram.Formatting;

/// <summary>A code block between fences. One that is not closed goes on to the end.</summary>
internal static class FenceBlock
{
    private const int MaxLanguage = 32;

    public static string? Read(string[] lines, int first, out int next)
    {
        next = first;
        if (!Opens(lines[first], out var mark, out var length, out var language))
            return null;
        var end = first + 1;
        while (end < lines.Length && !Closes(lines[end], mark, length))
            end++;
        next = Math.Min(end + 1, lines.Length);
        var code = HtmlEscape.Of(string.Join('\n', lines[(first + 1)..end]));
        // Telegram refuses a message of nothing else than an empty block.
        if (code.Length == 0)
            return "";
        return language.Length == 0 ? $"<pre>{code}</pre>" : $"<pre><code class=\"language-{language}\">{code}</code></pre>";
    }

    private static bool Opens(string line, out char mark, out int length, out string language)
    {
        var text = line.AsSpan().TrimStart(' ');
        (mark, length, language) = ('`', 0, "");
        if (line.Length - text.Length > 3 || text.Length < 3 || text[0] is not ('`' or '~'))
            return false;
        mark = text[0];
        while (length < text.Length && text[length] == mark)
            length++;
        var info = text[length..].Trim();
        if (length < 3 || (mark == '`' && info.Contains('`')))
            return false;
        var word = info.IndexOf(' ') is var space and >= 0 ? info[..space] : info;
        language = word.Length <= MaxLanguage && !word.ContainsAnyExcept(Names) ? word.ToString() : "";
        return true;
    }

    private static readonly System.Buffers.SearchValues<char> Names =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_+#.-");

    private static bool Closes(string line, char mark, int length)
    {
        var text = line.AsSpan().Trim(' ');
        return text.Length >= length && !text.ContainsAnyExcept(mark, mark);
    }
}
