using System.Text.Json.Nodes;

namespace OpenClaw.Channels.Telegram.Settings;

/// <summary>The commands that Telegram lists behind the slash: the gateway's, and those of the settings.</summary>
internal static class CommandMenu
{
    private const int MaxCommands = 100;
    private const int MaxName = 32;
    private const int MaxDescription = 256;

    public static JsonArray Of(IReadOnlyList<ChannelCommand> commands, IReadOnlyList<CustomCommand>? own)
    {
        var menu = new JsonArray();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (word, description) in (own ?? []).OfType<CustomCommand>().Select(static one => (one.Command, one.Description)).Concat(commands.Select(static one => ((string?)one.Name, (string?)one.Description))))
        {
            var name = word?.TrimStart('/').ToLowerInvariant().Replace('-', '_') ?? "";
            var isName = name.Length is > 0 and <= MaxName && name.All(static sign => char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign) || sign == '_');
            if (isName && menu.Count < MaxCommands && !string.IsNullOrWhiteSpace(description) && seen.Add(name))
                menu.Add((JsonNode)new JsonObject { ["command"] = name, ["description"] = Short(description) });
        }

        return menu;
    }

    private static string Short(string text) => text.Length <= MaxDescription ? text : $"{text[..(MaxDescription - 1)]}…";
}
