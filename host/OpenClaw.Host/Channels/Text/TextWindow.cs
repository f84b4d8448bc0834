using OpenClaw.Channels;

namespace OpenClaw.Host.Channels.Text;

/// <summary>The stretch of a text that the next message could hold.</summary>
internal sealed class TextWindow
{
    public TextWindow(string text, int start, int limit, TextUnit unit, CodeFence? open)
    {
        Text = text;
        Start = start;
        // A block whose marks leave no room for code is carried on as plain text.
        var marks = open is null ? 0 : TextLength.Of(open.Opening, unit) + TextLength.Of(open.Closing, unit);
        Open = marks > limit / 2 ? null : open;
        Prefix = Open?.Opening ?? "";
        Budget = limit - TextLength.Of(Prefix, unit);
        End = TextCutter.Fit(text, start, Budget, unit);
        Unit = unit;
        Limit = limit;
    }

    public string Text { get; }

    public int Start { get; }

    /// <summary>Where a message without closing marks would have to end.</summary>
    public int End { get; }

    public int Limit { get; }

    public TextUnit Unit { get; }

    /// <summary>What the message may hold beside its prefix.</summary>
    public int Budget { get; }

    /// <summary>The code block that goes on from the message before.</summary>
    public CodeFence? Open { get; }

    public string Prefix { get; }

    public bool HoldsTheRest => End == Text.Length;

    /// <summary>The end of a message that also has to hold some closing marks.</summary>
    public int EndBefore(string closing) => TextCutter.Fit(Text, Start, Math.Max(1, Budget - TextLength.Of(closing, Unit)), Unit);

    /// <summary>The code block that is open at a position, and where the line of that position begins.</summary>
    public (CodeFence? Fence, int Line) At(int position)
    {
        var fence = Open;
        var line = Start;
        while (line < position)
        {
            var end = Text.IndexOf('\n', line, position - line);
            if (end < 0)
                break;
            fence = CodeFence.After(Text.AsSpan(line, end - line), fence);
            line = end + 1;
        }

        // A line whose end is the position counts as well.
        if (line < position && position < Text.Length && Text[position] == '\n')
            fence = CodeFence.After(Text.AsSpan(line, position - line), fence);
        return (fence, line);
    }

    /// <summary>The beginning of the last line before a position that opens a code block; negative where none does.</summary>
    public int OpeningLineBefore(int position)
    {
        var fence = Open;
        var opening = -1;
        var line = Start;
        while (line < position)
        {
            var end = Text.IndexOf('\n', line, position - line);
            var after = CodeFence.After(Text.AsSpan(line, (end < 0 ? position : end) - line), fence);
            if (after is not null && fence is null)
                opening = line;
            fence = after;
            line = end < 0 ? position : end + 1;
        }

        return opening;
    }
}
