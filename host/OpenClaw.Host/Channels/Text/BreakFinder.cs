using System.Globalization;

namespace OpenClaw.Host.Channels.Text;

/// <summary>Finds the best place to end a message: after a paragraph, else a line, a sentence, a word, or where there is no more room.</summary>
internal static class BreakFinder
{
    private const int Paragraph = 4;
    private const int Line = 3;
    private const int Sentence = 2;
    private const int Word = 1;

    /// <summary>The best place inside a code block: the end of a line wherever there is one, for a torn line is hard to put together.</summary>
    public static int FindInCode(TextWindow window, int last)
    {
        var text = window.Text;
        var opening = window.OpeningLineBefore(last);
        // The opening line alone would be an empty block.
        var first = opening == window.Start ? text.IndexOf('\n', opening) + 1 : window.Start;
        if (last < text.Length && text[last] == '\n' && last > first)
            return last;
        var line = last > first ? text.LastIndexOf('\n', last - 1, last - first) : -1;
        return line > first ? line + 1 : Find(window, last);
    }

    /// <param name="window">What the message could hold.</param>
    /// <param name="last">The last place it may end at; there is text after it.</param>
    public static int Find(TextWindow window, int last)
    {
        var text = window.Text;
        // A better kind of place counts only in the second half: a short message for the sake of a paragraph makes many of them.
        var half = window.Start + ((last - window.Start) / 2);
        var (best, found) = (last, 0);
        for (var end = last; end > half && found < Paragraph; end--)
        {
            if (KindOf(text, end) is var kind && kind > found)
                (best, found) = (end, kind);
        }

        for (var end = half; end > window.Start && found == 0; end--)
            (best, found) = KindOf(text, end) is > 0 and var kind ? (end, kind) : (best, found);
        return BeforeFence(text, window.Start, best);
    }

    private static int KindOf(string text, int end)
    {
        if (end >= text.Length)
            return Paragraph;
        var (before, after) = (text[end - 1], text[end]);
        if (!char.IsWhiteSpace(before) && !char.IsWhiteSpace(after))
            return IsWideStop(before) && IsBorder(text, end) ? Sentence : 0;
        if ((before, after) is ('\r', '\n') || !IsBorder(text, end))
            return 0;
        if (before == '\n' || after == '\n')
            return IsBlankLineAt(text, end) ? Paragraph : Line;
        return IsStop(text, end) ? Sentence : Word;
    }

    private static bool IsBlankLineAt(string text, int end) =>
        (text[end] == '\n' && (text[end - 1] == '\n' || (end + 1 < text.Length && text[end + 1] == '\n')))
        || (text[end - 1] == '\n' && end > 1 && text[end - 2] == '\n');

    private static bool IsStop(string text, int end)
    {
        if (!char.IsWhiteSpace(text[end]))
            return false;
        var last = end - 1;
        while (last > 0 && text[last] is '"' or '\'' or ')' or ']' or '»' or '”' or '’' or '*' or '_')
            last--;
        return text[last] is '.' or '!' or '?' or '…' or ':' || IsWideStop(text[last]);
    }

    private static bool IsWideStop(char one) => one is '。' or '！' or '？' or '．';

    // White space can carry an accent, too.
    private static bool IsBorder(string text, int end)
    {
        var start = char.IsLowSurrogate(text[end - 1]) && end > 1 ? end - 2 : end - 1;
        return StringInfo.GetNextTextElementLength(text.AsSpan(start)) == end - start;
    }

    /// <summary>A place that does not tear the mark of a code block apart.</summary>
    public static int BeforeFence(string text, int start, int end)
    {
        if (end >= text.Length || text[end] == '\n' || text[end - 1] == '\n')
            return end;
        var line = text.LastIndexOf('\n', end - 1) + 1;
        var lineEnd = text.IndexOf('\n', end);
        var whole = text.AsSpan(line, (lineEnd < 0 ? text.Length : lineEnd) - line);
        return line > start && CodeFence.After(whole, open: null) is not null ? line : end;
    }
}
