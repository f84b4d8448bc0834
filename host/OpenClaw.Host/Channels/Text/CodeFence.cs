namespace OpenClaw.Host.Channels.Text;

/// <summary>The opening line of a fenced code block (CommonMark 4.5).</summary>
/// <param name="Mark">Its backticks or tildes.</param>
/// <param name="Info">What follows them: the language, if any.</param>
internal sealed record CodeFence(string Mark, string Info)
{
    private const int MaxIndent = 3;
    private const int ShortestMark = 3;

    /// <summary>The line that opens the block again in the next message.</summary>
    public string Opening => $"{Mark}{Info}\n";

    /// <summary>The line that ends the block at the end of a message.</summary>
    public string Closing => $"\n{Mark}";

    /// <summary>The block that is open after a line, given the one before it.</summary>
    public static CodeFence? After(ReadOnlySpan<char> line, CodeFence? open)
    {
        if (open is not null)
            return open.IsClosedBy(line) ? null : open;
        var mark = MarkOf(line);
        if (mark.IsEmpty)
            return null;
        var info = line.TrimStart(' ')[mark.Length..].Trim();
        return mark[0] == '`' && info.Contains('`') ? null : new CodeFence(mark.ToString(), info.ToString());
    }

    public bool IsClosedBy(ReadOnlySpan<char> line)
    {
        var mark = MarkOf(line);
        return mark.Length >= Mark.Length && mark[0] == Mark[0] && line.TrimStart(' ')[mark.Length..].Trim().IsEmpty;
    }

    private static ReadOnlySpan<char> MarkOf(ReadOnlySpan<char> line)
    {
        var start = line.Length - line.TrimStart(' ').Length;
        if (start > MaxIndent || start == line.Length || line[start] is not ('`' or '~'))
            return [];
        var end = start;
        while (end < line.Length && line[end] == line[start])
            end++;
        return end - start >= ShortestMark ? line[start..end] : [];
    }
}
