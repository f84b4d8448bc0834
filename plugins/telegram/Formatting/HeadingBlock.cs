namespace OpenClaw.Channels.Telegram.Formatting;

/// <summary>A heading: a line of its own in bold.</summary>
internal static class HeadingBlock
{
    public static string? Read(string[] lines, int first, out int next)
    {
        next = first;
        var line = lines[first];
        var depth = 0;
        while (depth < line.Length && line[depth] == '#')
            depth++;
        if (depth is 0 or > 6 || depth >= line.Length || line[depth] != ' ')
            return null;
        var text = line[depth..].Trim();
        if (text.Length == 0)
            return null;
        next = first + 1;
        return $"<b>{InlineText.Html(text)}</b>";
    }
}
