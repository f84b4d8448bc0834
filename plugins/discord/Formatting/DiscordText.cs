namespace OpenClaw.Channels.Discord.Formatting;

/// <summary>Markdown as Discord shows it. Nearly all of it is the same; tables become letters of one width, and names become calls.</summary>
internal static class DiscordText
{
    private const int Longest = 2000;

    public static string Of(string markdown, IReadOnlyDictionary<string, string>? aliases)
    {
        var lines = markdown.Split('\n');
        var text = Fits(TableText.Of(lines, isAligned: true)) ?? Fits(TableText.Of(lines, isAligned: false)) ?? markdown;
        return Fits(MentionAliases.Of(text, aliases)) ?? Cut(text);
    }

    private static string? Fits(string text) => text.Length <= Longest || Length(text) <= Longest ? text : null;

    // Discord counts characters, not the halves that some of them have in .NET.
    private static int Length(string text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
            count++;
        return count;
    }

    // The gateway cuts what it sends; what is only shown for a while may be longer.
    private static string Cut(string text)
    {
        if (Fits(text) is not null)
            return text;
        var (end, count) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (++count >= Longest)
                break;
            end += rune.Utf16SequenceLength;
        }

        return $"{text[..end]}…";
    }
}
