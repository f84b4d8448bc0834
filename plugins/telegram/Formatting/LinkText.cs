using System.Text;

namespace OpenClaw.Channels.Telegram.Formatting;

/// <summary>Links: <c>[text](address)</c>, pictures alike, and <c>&lt;address&gt;</c>. Addresses of other kinds than Telegram takes stay text.</summary>
internal static class LinkText
{
    /// <returns>The place behind the link, which was written; negative where there is none.</returns>
    public static int Read(string text, int start, int depth, StringBuilder html) => text[start] switch
    {
        '<' => Plain(text, start, html),
        '!' when start + 1 < text.Length && text[start + 1] == '[' => Named(text, start + 1, depth, html),
        '[' => Named(text, start, depth, html),
        _ => -1,
    };

    private static int Named(string text, int start, int depth, StringBuilder html)
    {
        var close = Closing(text, start, '[', ']');
        if (close < 0 || close + 1 >= text.Length || text[close + 1] != '(')
            return -1;
        var end = Closing(text, close + 1, '(', ')');
        if (end < 0)
            return -1;
        var address = text[(close + 2)..end].Trim();
        // A title behind the address is shown nowhere.
        if (address.IndexOf(' ', StringComparison.Ordinal) is var space and > 0)
            address = address[..space];
        address = address.Trim('<', '>');
        var name = text[(start + 1)..close];
        if (name.Trim().Length == 0 || !IsTaken(address))
            html.Append(HtmlEscape.Of(name)).Append(" (").Append(HtmlEscape.Of(address)).Append(')');
        else
            html.Append("<a href=\"").Append(HtmlEscape.Of(address)).Append("\">").Append(InlineText.Html(name, depth + 1, inLink: true)).Append("</a>");
        return end + 1;
    }

    private static int Plain(string text, int start, StringBuilder html)
    {
        var end = text.IndexOf('>', start);
        if (end < 0 || end == start + 1 || text.AsSpan(start + 1, end - start - 1) is var address && (address.ContainsAny(" \n<") || !IsTaken(address.ToString())))
            return -1;
        var escaped = HtmlEscape.Of(text.AsSpan(start + 1, end - start - 1));
        html.Append("<a href=\"").Append(escaped).Append("\">").Append(escaped).Append("</a>");
        return end + 1;
    }

    private static bool IsTaken(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "tg" or "mailto" && !address.Contains('\n', StringComparison.Ordinal);

    private static int Closing(string text, int start, char open, char close)
    {
        var depth = 0;
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] == open)
                depth++;
            else if (text[i] == close && --depth == 0)
                return i;
        }

        return -1;
    }
}
