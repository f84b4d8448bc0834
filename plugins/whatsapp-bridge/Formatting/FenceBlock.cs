namespace OpenClaw.Channels.WhatsApp.Formatting;

/// <summary>A code block between fences; WhatsApp has no place for the language's name. One that is not closed goes on to the end.</summary>
internal static class FenceBlock
{
    private const string Fence = "```";

    public static string? Read(string[] lines, int first, out int next)
    {
        next = first;
        var line = lines[first].AsSpan().TrimStart(' ');
        if (lines[first].Length - line.Length > 3 || line.Length < 3 || line[0] is not ('`' or '~'))
            return null;
        var mark = line[0];
        var length = 0;
        while (length < line.Length && line[length] == mark)
            length++;
        if (length < 3 || (mark == '`' && line[length..].Contains('`')))
            return null;
        var end = first + 1;
        while (end < lines.Length && !Closes(lines[end], mark, length))
            end++;
        next = Math.Min(end + 1, lines.Length);
        var code = string.Join('\n', lines[(first + 1)..end]);
        return code.Length == 0 ? "" : $"{Fence}\n{code}\n{Fence}";
    }

    private static bool Closes(string line, char mark, int length)
    {
        var text = line.AsSpan().Trim(' ');
        return text.Length >= length && !text.ContainsAnyExcept(mark, mark);
    }
}
