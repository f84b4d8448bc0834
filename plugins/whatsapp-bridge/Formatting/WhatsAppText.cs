using System.Text;

namespace OpenClaw.Channels.WhatsApp.Formatting;

/// <summary>Writes Markdown in the marks that WhatsApp knows. Code stays as it is; what WhatsApp has no mark for becomes words.</summary>
internal static class WhatsAppText
{
    public static string Of(string markdown)
    {
        var lines = markdown.ReplaceLineEndings("\n").Split('\n');
        var text = new StringBuilder(markdown.Length + 16);
        var paragraph = new List<string>();
        for (var i = 0; i < lines.Length;)
        {
            if (FenceBlock.Read(lines, i, out var next) is { } fence)
            {
                Flush(text, paragraph);
                text.Append('\n').Append(fence);
                i = next;
            }
            else if (TableBlock.Read(lines, i, out next) is { } table)
            {
                Flush(text, paragraph);
                text.Append('\n').Append(table);
                i = next;
            }
            else
            {
                paragraph.Add(Line(lines[i++], out var isWhole));
                if (isWhole || paragraph[^1].Length == 0)
                    Flush(text, paragraph, isWhole);
            }
        }

        Flush(text, paragraph);
        return text.ToString(Math.Min(1, text.Length), Math.Max(0, text.Length - 1));
    }

    // A heading is a line in bold; a star before a list's entry would begin bold.
    private static string Line(string line, out bool isWhole)
    {
        isWhole = false;
        var depth = line.TakeWhile(static sign => sign == '#').Count();
        if (depth is > 0 and <= 6 && depth < line.Length && line[depth] == ' ' && line[depth..].Trim().TrimEnd('#').TrimEnd() is { Length: > 0 } heading)
        {
            isWhole = true;
            return $"*{InlineText.Of(heading).Replace("*", "", StringComparison.Ordinal)}*";
        }

        var indent = line.Length - line.TrimStart(' ').Length;
        return line.AsSpan(indent) is ['*' or '+', ' ', ..] ? string.Concat(line.AsSpan(0, indent), "-", line.AsSpan(indent + 1)) : line;
    }

    private static void Flush(StringBuilder text, List<string> paragraph, bool isDone = false)
    {
        if (paragraph.Count == 0)
            return;
        if (isDone)
        {
            var last = paragraph[^1];
            paragraph.RemoveAt(paragraph.Count - 1);
            Flush(text, paragraph);
            text.Append('\n').Append(last);
        }
        else
        {
            text.Append('\n').Append(InlineText.Of(string.Join('\n', paragraph)));
        }

        paragraph.Clear();
    }
}
