using System.Text;

namespace OpenClaw.Channels.WhatsApp.Formatting;

/// <summary>Marks inside a paragraph. What has no end is text.</summary>
internal static class InlineText
{
    private const int MaxDepth = 12;

    private static readonly (string Mark, string Open, string Close)[] Styles =
    [
        ("***", "*_", "_*"),
        ("**", "*", "*"),
        ("__", "*", "*"),
        ("~~", "~", "~"),
        ("*", "_", "_"),
        ("_", "_", "_"),
    ];

    public static string Of(string text) => Of(text, depth: 0);

    internal static string Of(string text, int depth)
    {
        var written = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length;)
        {
            i = text[i] switch
            {
                '\\' when i + 1 < text.Length && char.IsPunctuation(text[i + 1]) | char.IsSymbol(text[i + 1]) => Plain(written, text, i + 1),
                '`' => Code(written, text, i),
                '[' or '!' or '<' when LinkText.Read(text, i, depth, written) is var end and > 0 => end,
                '*' or '_' or '~' when depth < MaxDepth => Styled(written, text, i, depth),
                _ => Plain(written, text, i),
            };
        }

        return written.ToString();
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

    private static int Code(StringBuilder written, string text, int start)
    {
        var end = CodeEnd(text, start, out var marks);
        if (end < 0)
        {
            written.Append('`', marks);
            return start + marks;
        }

        written.Append('`').Append(text.AsSpan(start + marks, end - start - (2 * marks)).Trim(' ')).Append('`');
        return end;
    }

    private static int Styled(StringBuilder written, string text, int start, int depth)
    {
        foreach (var (mark, open, close) in Styles)
        {
            if (string.CompareOrdinal(text, start, mark, 0, mark.Length) == 0 && StyleMarks.End(text, start, mark) is var end and > 0)
            {
                written.Append(open).Append(Of(text[(start + mark.Length)..end], depth + 1)).Append(close);
                return end + mark.Length;
            }
        }

        return Plain(written, text, start);
    }

    private static int Plain(StringBuilder written, string text, int i)
    {
        written.Append(text[i]);
        return i + 1;
    }
}
