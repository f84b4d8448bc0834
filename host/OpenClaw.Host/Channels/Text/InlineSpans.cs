namespace OpenClaw.Host.Channels.Text;

/// <summary>Emphasis, code and links inside a line of Markdown, which a cut would tear apart.</summary>
internal static class InlineSpans
{
    private static readonly string[] Marks = ["**", "__", "~~"];

    /// <summary>Where the span begins that a cut falls into; the cut itself where it falls into none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The beginning of the message.</param>
    /// <param name="cut">Where it would end.</param>
    /// <param name="reach">How far behind the cut a span may end to count.</param>
    public static int Before(string text, int start, int cut, int reach)
    {
        // A span ends with its paragraph.
        var blank = cut - 1 > start ? text.LastIndexOf("\n\n", cut - 1, cut - 1 - start, StringComparison.Ordinal) : -1;
        var from = blank < 0 ? start : blank + 2;
        var end = text.IndexOf("\n\n", cut, Math.Min(reach, text.Length - cut), StringComparison.Ordinal);
        var scope = text.AsSpan(0, end < 0 ? Math.Min(text.Length, cut + reach) : end);
        for (var i = from; i < cut;)
        {
            var length = SpanLength(scope[i..]);
            if (i + length > cut)
                return i;
            i += Math.Max(1, length);
        }

        return cut;
    }

    private static int SpanLength(ReadOnlySpan<char> text) => text[0] switch
    {
        '`' => CodeLength(text),
        '[' => LinkLength(text),
        '*' or '_' or '~' => EmphasisLength(text),
        _ => 0,
    };

    private static int CodeLength(ReadOnlySpan<char> text)
    {
        var ticks = text.IndexOfAnyExcept('`') is var run && run < 0 ? text.Length : run;
        var close = text[ticks..].IndexOf(text[..ticks]);
        return close < 0 ? ticks : ticks + close + ticks;
    }

    private static int LinkLength(ReadOnlySpan<char> text)
    {
        var label = text[1..].IndexOfAny('[', ']', '\n') + 1;
        if (label == 0 || text[label] != ']' || label + 1 >= text.Length || text[label + 1] != '(')
            return label;
        var target = text[(label + 2)..].IndexOfAny(')', ' ', '\n');
        return target < 0 || text[label + 2 + target] == '\n' ? label : label + 2 + target + 1;
    }

    private static int EmphasisLength(ReadOnlySpan<char> text)
    {
        foreach (var mark in Marks)
        {
            if (!text.StartsWith(mark, StringComparison.Ordinal) || text.Length <= mark.Length || char.IsWhiteSpace(text[mark.Length]))
                continue;
            var close = text[(mark.Length + 1)..].IndexOf(mark, StringComparison.Ordinal);
            return close < 0 ? mark.Length : mark.Length + 1 + close + mark.Length;
        }

        return 1;
    }
}
