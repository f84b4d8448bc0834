namespace OpenClaw.Channels.Telegram.Formatting;

/// <summary>A table, shown as it is written, in letters of one width.</summary>
internal static class TableBlock
{
    public static string? Read(string[] lines, int first, out int next)
    {
        next = first;
        if (first + 1 >= lines.Length || !lines[first].Contains('|') || !IsRule(lines[first + 1]))
            return null;
        while (next < lines.Length && lines[next].Contains('|'))
            next++;
        return $"<pre>{HtmlEscape.Of(string.Join('\n', lines[first..next]))}</pre>";
    }

    private static bool IsRule(string line) =>
        line.Contains('|') && line.Contains('-') && !line.AsSpan().ContainsAnyExcept("|-: ");
}
