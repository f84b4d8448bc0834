using System.Globalization;
using System.Text;

namespace OpenClaw.Host.Diagnostics.Logging;

/// <summary>
/// Makes text from outside harmless in a line: control characters could move the cursor or forge lines, direction marks
/// could make a terminal show another text than the one logged.
/// </summary>
internal static class LogText
{
    public static string OneLine(string text)
    {
        var first = IndexOfUnsafe(text);
        if (first < 0)
        {
            return text;
        }

        var safe = new StringBuilder(text.Length + 16).Append(text, 0, first);
        foreach (var c in text.AsSpan(first))
        {
            Append(safe, c);
        }

        return safe.ToString();
    }

    /// <summary>Keeps line ends, each followed by an indent that no line of ours begins with.</summary>
    public static string Indented(string text) =>
        string.Join("\n    ", text.Split('\n').Select(static line => OneLine(line.TrimEnd('\r'))));

    private static int IndexOfUnsafe(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsUnsafe(text[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsUnsafe(char c) =>
        char.IsControl(c) || c is '\u2028' or '\u2029' || char.GetUnicodeCategory(c) == UnicodeCategory.Format;

    private static void Append(StringBuilder safe, char c)
    {
        _ = c switch
        {
            '\n' => safe.Append("\\n"),
            '\r' => safe.Append("\\r"),
            '\t' => safe.Append("\\t"),
            _ when IsUnsafe(c) => safe.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
            _ => safe.Append(c),
        };
    }
}
