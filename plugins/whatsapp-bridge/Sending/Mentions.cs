using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OpenClaw.Channels.WhatsApp.Sending;

/// <summary>People that a text names by their number, so that WhatsApp tells them.</summary>
internal static partial class Mentions
{
    private const int Most = 20;

    public static JsonArray Of(string text)
    {
        var found = new JsonArray();
        foreach (var number in Named().Matches(text).Select(static match => match.Groups[1].Value).Distinct(StringComparer.Ordinal).Take(Most))
            found.Add((JsonNode)$"{number}@s.whatsapp.net");
        return found;
    }

    [GeneratedRegex(@"(?<![\w@])@\+?(\d{7,15})\b", RegexOptions.None, 1000)]
    private static partial Regex Named();
}
