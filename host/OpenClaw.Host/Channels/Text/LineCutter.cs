using System.Text;
using OpenClaw.Channels;

namespace OpenClaw.Host.Channels.Text;

/// <summary>Cuts a message that has more lines than are easily read. A code block that is cut is closed and opened again.</summary>
internal static class LineCutter
{
    // Fewer, and a code block would be marks alone.
    private const int FewestLines = 4;

    /// <param name="text">A message that is not too long.</param>
    /// <param name="maxLines">The most lines of each piece; 0 leaves it whole.</param>
    /// <param name="limit">The longest piece, which the marks of code blocks must not exceed.</param>
    /// <param name="unit">How its length is counted.</param>
    public static IEnumerable<string> Cut(string text, int maxLines, int limit, TextUnit unit)
    {
        if (maxLines <= 0 || text.AsSpan().Count('\n') < Math.Max(maxLines, FewestLines))
            return [text];
        var pieces = Pieces(text.Split('\n'), Math.Max(maxLines, FewestLines)).Where(static piece => !string.IsNullOrWhiteSpace(piece)).ToList();
        return pieces.TrueForAll(piece => TextLength.Of(piece, unit) <= limit) ? pieces : [text];
    }

    private static IEnumerable<string> Pieces(string[] lines, int maxLines)
    {
        var piece = new StringBuilder();
        CodeFence? fence = null;
        var count = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            if (count > 0)
                piece.Append('\n');
            piece.Append(lines[i]);
            count++;
            fence = CodeFence.After(lines[i], fence);
            // The line that closes a block stands with it, and needs a place kept.
            var isFull = count >= (fence is null ? maxLines : maxLines - 1);
            if (!isFull || i == lines.Length - 1 || (fence is not null && fence.IsClosedBy(lines[i + 1])))
                continue;
            yield return $"{piece.ToString().TrimEnd()}{fence?.Closing}";
            piece.Clear();
            count = 0;
            if (fence is not null)
            {
                piece.Append(fence.Opening.TrimEnd('\n'));
                count = 1;
            }
        }

        yield return piece.ToString();
    }
}
