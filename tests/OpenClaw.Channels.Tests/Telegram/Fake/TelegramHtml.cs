using System.Globalization;
using System.Text;

namespace OpenClaw.Channels.Tests.Telegram.Fake;

/// <summary>Reads HTML as Telegram does: few tags, all of them closed in order, nothing inside code.</summary>
internal static class TelegramHtml
{
    private static readonly string[] Known =
        ["b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "code", "pre", "a", "blockquote", "tg-spoiler", "span", "tg-emoji"];

    /// <returns>The text that is shown.</returns>
    /// <exception cref="BotApiError">It is not what Telegram takes.</exception>
    public static string Read(string html)
    {
        var text = new StringBuilder();
        var open = new Stack<string>();
        for (var i = 0; i < html.Length;)
        {
            if (html[i] == '<')
                i = Tag(html, i, open);
            else if (html[i] == '&')
                i = Entity(html, i, text);
            else
                text.Append(html[i++]);
        }

        return open.Count == 0 ? text.ToString() : throw Wrong($"Can't find end tag corresponding to start tag \"{open.Peek()}\"");
    }

    private static int Tag(string html, int start, Stack<string> open)
    {
        var end = html.IndexOf('>', start);
        if (end < 0)
            throw Wrong($"Unclosed start tag at byte offset {start}");
        var inside = html[(start + 1)..end];
        if (inside.StartsWith('/'))
        {
            if (open.Count == 0 || open.Pop() != inside[1..])
                throw Wrong($"Unmatched end tag at byte offset {start}");
            return end + 1;
        }

        var name = inside.Split(' ')[0];
        if (!Known.Contains(name))
            throw Wrong($"Unsupported start tag \"{name}\" at byte offset {start}");
        if (open.TryPeek(out var around) && (around == "code" || (around == "pre" && name != "code")))
            throw Wrong($"a tag inside {around} at byte offset {start}");
        open.Push(name);
        return end + 1;
    }

    private static int Entity(string html, int start, StringBuilder text)
    {
        var end = html.IndexOf(';', start);
        var name = end > start && end - start <= 10 ? html[(start + 1)..end] : "";
        var meaning = name switch
        {
            "lt" => "<",
            "gt" => ">",
            "amp" => "&",
            "quot" => "\"",
            ['#', .. var number] when int.TryParse(number, CultureInfo.InvariantCulture, out var code) => char.ConvertFromUtf32(code),
            _ => null,
        };
        text.Append(meaning ?? "&");
        return meaning is null ? start + 1 : end + 1;
    }

    private static BotApiError Wrong(string why) => new(400, $"Bad Request: can't parse entities: {why}");
}
