using System.Globalization;
using OpenClaw.Channels;

namespace OpenClaw.Host.Channels.Text;

/// <summary>
/// Cuts a text into messages of a platform. A cut falls between paragraphs where it can, else between lines, sentences or words, and
/// never inside what people see as one character. A code block that is cut is closed and opened again with its language.
/// </summary>
internal static class TextCutter
{
    /// <summary>Less than this and a platform takes no text worth the name; it also leaves room for the marks of a code block.</summary>
    public const int ShortestLimit = 16;

    /// <summary>The pieces in order, none longer than the limit. Nothing for a text of white space.</summary>
    public static IEnumerable<string> Cut(string text, int limit, TextUnit unit)
    {
        limit = Math.Max(limit, ShortestLimit);
        var position = 0;
        CodeFence? fence = null;
        while (position < text.Length)
        {
            if (fence is null)
                position = SkipBlank(text, position);
            if (position == text.Length)
                yield break;
            var window = new TextWindow(text, position, limit, unit, fence);
            if (window.HoldsTheRest)
            {
                if (!text.AsSpan(position).IsWhiteSpace())
                    yield return $"{window.Prefix}{text.AsSpan(position).TrimEnd()}";
                yield break;
            }

            var cut = CutFinder.Find(window);
            yield return $"{window.Prefix}{text.AsSpan(position, cut.End - position)}{cut.Closes?.Closing}";
            position = cut.Next;
            fence = cut.Reopens ? cut.Closes : null;
        }
    }

    /// <summary>The end of the longest run of whole characters from a position that is no longer than the budget; at least one scalar.</summary>
    internal static int Fit(string text, int position, int budget, TextUnit unit)
    {
        var end = position;
        var used = 0;
        while (end < text.Length)
        {
            var element = StringInfo.GetNextTextElementLength(text.AsSpan(end));
            var length = TextLength.Of(text.AsSpan(end, element), unit);
            if (used + length > budget)
                break;
            used += length;
            end += element;
        }

        return end > position ? end : FitScalars(text, position, budget, unit);
    }

    // One character with more accents than a message holds: it is cut between them, for it cannot be sent otherwise.
    private static int FitScalars(string text, int position, int budget, TextUnit unit)
    {
        var end = position;
        foreach (var rune in text.AsSpan(position).EnumerateRunes())
        {
            var next = end + rune.Utf16SequenceLength;
            if (end > position && TextLength.Of(text.AsSpan(position, next - position), unit) > budget)
                break;
            end = next;
        }

        return end;
    }

    // Lines of white space at the start of a message show nothing; the indentation of the first line that has text stays.
    private static int SkipBlank(string text, int position)
    {
        var start = position;
        while (position < text.Length && char.IsWhiteSpace(text[position]))
        {
            if (text[position++] == '\n')
                start = position;
        }

        return position == text.Length ? position : start;
    }
}
