using System.Text;

namespace OpenClaw.Channels.WhatsApp.Formatting;

/// <summary>A table as lists: each row by its first cell, the others below it with the name of their column.</summary>
internal static class TableBlock
{
    public static string? Read(string[] lines, int first, out int next)
    {
        next = first;
        if (first + 1 >= lines.Length || !lines[first].Contains('|') || !IsRule(lines[first + 1]))
            return null;
        var names = Cells(lines[first]);
        var text = new StringBuilder();
        for (next = first + 2; next < lines.Length && lines[next].Contains('|'); next++)
            Row(text, names, Cells(lines[next]));
        return text.ToString().TrimEnd('\n');
    }

    private static void Row(StringBuilder text, List<string> names, List<string> cells)
    {
        if (cells.Count == 0)
            return;
        text.Append(cells.Count == 1 ? "- " : "*").Append(cells[0].Replace("*", "", StringComparison.Ordinal)).Append(cells.Count == 1 ? "\n" : "*\n");
        for (var i = 1; i < cells.Count; i++)
        {
            if (cells[i].Length > 0)
                text.Append("- ").Append(i < names.Count && names[i].Length > 0 ? $"{names[i]}: " : "").Append(cells[i]).Append('\n');
        }
    }

    private static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var text = line.Trim();
        text = text is ['|', ..] ? text[1..] : text;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length && text[i + 1] == '|')
            {
                cell.Append('|');
                i++;
            }
            else if (text[i] == '|')
            {
                End(cells, cell);
            }
            else
            {
                cell.Append(text[i]);
            }
        }

        if (cell.ToString().Trim().Length > 0)
            End(cells, cell);
        return cells;
    }

    private static void End(List<string> cells, StringBuilder cell)
    {
        cells.Add(InlineText.Of(cell.ToString().Trim()));
        cell.Clear();
    }

    private static bool IsRule(string line) => line.Contains('|') && line.Contains('-') && !line.AsSpan().ContainsAnyExcept("|-: ");
}
