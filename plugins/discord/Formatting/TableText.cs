using System.Text;

namespace OpenClaw.Channels.Discord.Formatting;

/// <summary>Puts tables into code blocks, where their columns stand one below the other: Discord shows none.</summary>
internal static class TableText
{
    private const string Fence = "```";

    public static string Of(string[] lines, bool isAligned)
    {
        var text = new List<string>(lines.Length);
        string? fence = null;
        for (var i = 0; i < lines.Length; i++)
        {
            fence = FenceAfter(fence, lines[i]);
            if (fence is null && i + 1 < lines.Length && IsRow(lines[i]) && IsRule(lines[i + 1]))
            {
                var end = i + 2;
                while (end < lines.Length && IsRow(lines[end]))
                    end++;
                text.Add(Fence);
                text.AddRange(Written([.. lines[i..end].Where(static (_, number) => number != 1).Select(Cells)], isAligned));
                text.Add(Fence);
                i = end - 1;
            }
            else
            {
                text.Add(lines[i]);
            }
        }

        return string.Join('\n', text);
    }

    private static IEnumerable<string> Written(List<string[]> rows, bool isAligned)
    {
        var columns = rows.Max(static row => row.Length);
        var widths = Enumerable.Range(0, columns).Select(column => rows.Max(row => column < row.Length ? Width(row[column]) : 0)).ToArray();
        for (var number = 0; number < rows.Count; number++)
        {
            yield return isAligned ? Line(rows[number], widths) : string.Join(" | ", rows[number]);
            if (number == 0 && isAligned)
                yield return string.Join("-+-", widths.Select(static width => new string('-', width)));
        }
    }

    private static string Line(string[] cells, int[] widths) =>
        string.Join(" | ", widths.Select((width, column) => column < cells.Length ? cells[column] + new string(' ', width - Width(cells[column])) : new string(' ', width))).TrimEnd();

    private static int Width(string cell)
    {
        var width = 0;
        foreach (var rune in cell.EnumerateRunes())
            width += Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.NonSpacingMark ? 0 : 1;
        return width;
    }

    private static string[] Cells(string line) => [.. line.Trim().Trim('|').Split('|').Select(static cell => cell.Trim().Replace("`", "", StringComparison.Ordinal))];

    private static bool IsRow(string line) => line.AsSpan().Trim() is ['|', .., '|'];

    private static bool IsRule(string line) =>
        IsRow(line) && line.Contains('-', StringComparison.Ordinal) && line.All(static sign => sign is '|' or '-' or ':' or ' ' or '\r');

    private static string? FenceAfter(string? fence, string line)
    {
        var start = line.AsSpan().TrimStart();
        var mark = start.StartsWith(Fence) ? Fence : start.StartsWith("~~~") ? "~~~" : null;
        return fence is null ? mark : mark == fence ? null : fence;
    }
}
