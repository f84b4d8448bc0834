namespace OpenClaw.Channels.WhatsApp.Formatting;

/// <summary>Finds where a style ends. A mark begins before a word and ends behind one; an underscore inside a word is no mark.</summary>
internal static class StyleMarks
{
    /// <returns>Where the closing mark stands; negative where there is none.</returns>
    public static int End(string text, int start, string mark)
    {
        var inner = start + mark.Length;
        if (inner >= text.Length || char.IsWhiteSpace(text[inner]) || (mark[0] == '_' && start > 0 && char.IsLetterOrDigit(text[start - 1])))
            return -1;
        for (var i = inner; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == '`')
            {
                var end = InlineText.CodeEnd(text, i, out var marks);
                i = (end < 0 ? i + marks : end) - 1;
            }
            else if (i > inner && text[i] == mark[0])
            {
                var run = 1;
                while (i + run < text.Length && text[i + run] == mark[0])
                    run++;
                if (Fits(text, i, run, mark))
                    return mark.Length == 1 || run == mark.Length ? i : i + run - mark.Length;
                i += run - 1;
            }
        }

        return -1;
    }

    private static bool Fits(string text, int at, int run, string mark)
    {
        // A longer run holds the end of what is inside as well; a single mark would be half of a double one.
        if (mark.Length == 1 ? run is not (1 or 3) : run < mark.Length)
            return false;
        if (char.IsWhiteSpace(text[at - 1]))
            return false;
        return mark[0] != '_' || at + run >= text.Length || !char.IsLetterOrDigit(text[at + run]);
    }
}
