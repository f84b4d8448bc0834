namespace OpenClaw.Host.Channels.Text;

/// <summary>Decides where a message ends that does not hold the rest of its text.</summary>
internal static class CutFinder
{
    public static CutPoint Find(TextWindow window)
    {
        var end = BreakFinder.Find(window, window.End);
        var (fence, line) = window.At(end);
        // The closing marks need room, and with less room the end may fall into another block with longer marks.
        for (var reserved = ""; fence is not null && fence.Closing.Length > reserved.Length;)
        {
            if (TextLength.Of(fence.Closing, window.Unit) > window.Limit / 2)
                return Outside(window, end);
            reserved = fence.Closing;
            end = BreakFinder.FindInCode(window, Math.Min(window.EndBefore(reserved), window.End));
            (fence, line) = window.At(end);
        }

        return fence is null ? Outside(window, end) : Inside(window, end, line, fence);
    }

    private static CutPoint Outside(TextWindow window, int cut)
    {
        var span = InlineSpans.Before(window.Text, window.Start, cut, window.Limit);
        // A span that fills most of the message cannot be kept whole by moving it, and in code there are none.
        var moves = span - window.Start > (cut - window.Start) / 4
            && window.At(span).Fence is null
            && BreakFinder.BeforeFence(window.Text, window.Start, span) == span;
        var end = moves ? span : cut;
        return new CutPoint(TrimEnd(window.Text, window.Start, end), SkipBreak(window.Text, end), Closes: null, Reopens: false);
    }

    private static CutPoint Inside(TextWindow window, int end, int line, CodeFence fence)
    {
        var text = window.Text;
        // A block that would begin here and hold nothing begins in the next message.
        var opening = window.OpeningLineBefore(end);
        if (opening > window.Start && !text.AsSpan(opening, end - opening).TrimEnd().Contains('\n'))
            return Outside(window, opening);
        var isAfterBreak = line == end;
        var isBeforeBreak = !isAfterBreak && text[end] == '\n';
        var last = isAfterBreak && end - 1 > window.Start ? end - 1 : end;
        var next = isBeforeBreak ? end + 1 : end;
        if (!isAfterBreak && !isBeforeBreak)
            return new CutPoint(last, next, fence, Reopens: true);
        // Its own closing mark may come right after: then ours takes its place.
        var lineEnd = text.IndexOf('\n', next);
        var stop = lineEnd < 0 ? text.Length : lineEnd;
        return fence.IsClosedBy(text.AsSpan(next, stop - next))
            ? new CutPoint(last, lineEnd < 0 ? stop : stop + 1, fence, Reopens: false)
            : new CutPoint(last, next, fence, Reopens: true);
    }

    private static int TrimEnd(string text, int start, int end)
    {
        var trimmed = end;
        while (trimmed > start && char.IsWhiteSpace(text[trimmed - 1]))
            trimmed--;
        return trimmed > start ? trimmed : end;
    }

    // The border between two messages takes the place of a line break, or of the spaces around a cut inside a line.
    private static int SkipBreak(string text, int end)
    {
        if (text[end - 1] == '\n')
            return end;
        while (end < text.Length && text[end] is ' ' or '\t')
            end++;
        return end < text.Length && text[end] == '\n' ? end + 1 : end;
    }
}
