using System.Text;

namespace OpenClaw.Channels.Telegram.Formatting;

/// <summary>Writes text where tags are read.</summary>
internal static class HtmlEscape
{
    public static string Of(ReadOnlySpan<char> text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var sign in text)
            Append(escaped, sign);
        return escaped.ToString();
    }

    public static void Append(StringBuilder html, char sign)
    {
        switch (sign)
        {
            case '<':
                html.Append("&lt;");
                break;
            case '>':
                html.Append("&gt;");
                break;
            case '&':
                html.Append("&amp;");
                break;
            case '"':
                html.Append("&quot;");
                break;
            default:
                html.Append(sign);
                break;
        }
    }
}
