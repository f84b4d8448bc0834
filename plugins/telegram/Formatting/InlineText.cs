using System.Text;

namespace OpenClaw.Channels.Telegram.Formatting;

/// <summary>Marks inside a paragraph. What has no end is text.</summary>
internal static class InlineText
{
    private const int MaxDepth = 12;

    private static readonly (string Mark, string Open, string Close)[] Styles =
    [
        ("***", "<b><i>", "</i></b>"),
        ("**", "<b>", "</b>"),
        ("__", "<b>", "</b>"),
        ("~~", "<s>", "</s>"),
        ("||", "<tg-spoiler>", "</tg-spoiler>"),
        ("*", "<i>", "</i>"),
        ("_", "<i>", "</i>"),
    ];

    public static string Html(string text) => Html(text, depth: 0, inLink: false);

    internal static string Html(string text, int depth, bool inLink)
    {
        var html = new StringBuilder(text.Length + 32);
        for (var i = 0; i < text.Length;)
        {
            i = text[i] switch
            {
                '\\' when i + 1 < text.Length && char.IsAsciiLetterOrDigit(text[i + 1]) is false && char.IsAscii(text[i + 1]) && !char.IsWhiteSpace(text[i + 1]) => Plain(html, text, i + 1),
                '`' => Code(html, text, i),
                '[' or '!' or '<' when !inLink && LinkText.Read(text, i, depth, html) is var end and > 0 => end,
                '*' or '_' or '~' or '|' when depth < MaxDepth => Styled(html, text, i, depth, inLink),
                _ => Plain(html, text, i),
            };
        }

        return html.ToString();
    }

    /// <summary>The place behind a span of code that begins here; negative where none does.</summary>
    internal static int CodeEnd(string text, int start, out int marks)
    {
        marks = 1;
        while (start + marks < text.Length && text[start + marks] == '`')
            marks++;
        for (var i = start + marks; i < text.Length; i++)
        {
            if (text[i] != '`')
                continue;
            var run = 1;
            while (i + run < text.Length && text[i + run] == '`')
                run++;
            if (run == marks)
                return i + run;
            i += run - 1;
        }

        return -1;
    }

    private static int Code(StringBuilder html, string text, int start)
    {
        var end = CodeEnd(text, start, out var marks);
        if (end < 0)
        {
            html.Append('`', marks);
            return start + marks;
        }

        html.Append("<code>").Append(HtmlEscape.Of(text.AsSpan(start + marks, end - start - (2 * marks)))).Append("</code>");
        return end;
    }

    private static int Styled(StringBuilder html, string text, int start, int depth, bool inLink)
    {
        foreach (var (mark, open, close) in Styles)
        {
            if (string.CompareOrdinal(text, start, mark, 0, mark.Length) == 0 && StyleMarks.End(text, start, mark) is var end and > 0)
            {
                var inner = start + mark.Length;
                html.Append(open).Append(Html(text[inner..end], depth + 1, inLink)).Append(close);
                return end + mark.Length;
            }
        }

        return Plain(html, text, start);
    }

    private static int Plain(StringBuilder html, string text, int i)
    {
        HtmlEscape.Append(html, text[i]);
        return i + 1;
    }
}
