using System.Text;

namespace OpenClaw.Channels.WhatsApp.Formatting;

/// <summary>Links, as WhatsApp shows them: the address in the open, behind its name.</summary>
internal static class LinkText
{
    /// <returns>The place behind the link, which was written; negative where there is none.</returns>
    public static int Read(string text, int start, int depth, StringBuilder written) => text[start] switch
    {
        '<' => Plain(text, start, written),
        '!' when start + 1 < text.Length && text[start + 1] == '[' => Named(text, start + 1, depth, written),
        '[' => Named(text, start, depth, written),
        _ => -1,
    };

    private static int Named(string text, int start, int depth, StringBuilder written)
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
        var name = text[(start + 1)..close].Trim();
        if (name.Length == 0 || name == address)
            written.Append(address);
        else
            written.Append(InlineText.Of(name, depth + 1)).Append(" (").Append(address).Append(')');
        return end + 1;
    }

    private static int Plain(string text, int start, StringBuilder written)
    {
        var end = text.IndexOf('>', start);
        if (end <= start + 1)
            return -1;
        var address = text[(start + 1)..end];
        if (address.AsSpan().ContainsAny(" \n<") || !Uri.TryCreate(address, UriKind.Absolute, out _))
            return -1;
        written.Append(address);
        return end + 1;
    }

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
