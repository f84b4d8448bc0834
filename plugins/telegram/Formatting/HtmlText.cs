using System.Text;

namespace OpenClaw.Channels.Telegram.Formatting;

/// <summary>
/// Writes Markdown as the HTML that Telegram takes. What is shown is never longer than the Markdown was, so a text that was cut to the
/// platform's limit stays within it; and every tag is closed, whatever the text looks like.
/// </summary>
internal static class HtmlText
{
    /// <summary>What Telegram calls it.</summary>
    public const string Format = "HTML";

    public static string Of(string markdown)
    {
        var lines = markdown.ReplaceLineEndings("\n").Split('\n');
        var html = new StringBuilder(markdown.Length + 64);
        var paragraph = new List<string>();
        for (var i = 0; i < lines.Length;)
        {
            if (Block(lines, i, out var next) is { } block)
            {
                Flush(html, paragraph);
                Append(html, block);
                i = next;
            }
            else if (lines[i].Length == 0)
            {
                Flush(html, paragraph);
                Append(html, "");
                i++;
            }
            else
            {
                paragraph.Add(lines[i++]);
            }
        }

        Flush(html, paragraph);
        return html.ToString(1, Math.Max(0, html.Length - 1));
    }

    private static string? Block(string[] lines, int i, out int next) =>
        FenceBlock.Read(lines, i, out next)
        ?? HeadingBlock.Read(lines, i, out next)
        ?? QuoteBlock.Read(lines, i, out next)
        ?? TableBlock.Read(lines, i, out next);

    private static void Flush(StringBuilder html, List<string> paragraph)
    {
        if (paragraph.Count == 0)
            return;
        Append(html, InlineText.Html(string.Join('\n', paragraph)));
        paragraph.Clear();
    }

    // Each block begins with its line break; the first one is taken off at the end.
    private static void Append(StringBuilder html, string block) => html.Append('\n').Append(block);
}
