using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Channels.Discord.Receiving;

namespace OpenClaw.Channels.Discord.Commands;

/// <summary>The commands that Discord lists behind the slash, each with room for what is written behind it.</summary>
internal static class CommandList
{
    private const int MaxCommands = 100;
    private const int MaxName = 32;
    private const int MaxDescription = 100;
    private const int TextOption = 3;

    public static JsonArray Of(IReadOnlyList<ChannelCommand> commands)
    {
        var list = new JsonArray();
        foreach (var (name, description) in commands.DistinctBy(static one => one.Name.ToLowerInvariant()).Select(static one => (one.Name.ToLowerInvariant(), one.Description)))
        {
            if (list.Count < MaxCommands && IsName(name) && !string.IsNullOrWhiteSpace(description))
                list.Add((JsonNode)new JsonObject
                {
                    ["name"] = name,
                    ["description"] = Short(description),
                    ["type"] = 1,
                    ["options"] = new JsonArray(new JsonObject { ["type"] = TextOption, ["name"] = "text", ["description"] = "What follows the command", ["required"] = false }),
                });
        }

        return list;
    }

    /// <summary>Whether Discord has this list already: it takes two hundred new ones a day.</summary>
    public static bool IsSame(JsonArray wanted, JsonElement known)
    {
        if (known.ValueKind != JsonValueKind.Array)
            return false;
        var listed = known.EnumerateArray().Select(static one => $"{EventReader.Text(one, "name")}\n{EventReader.Text(one, "description")}").ToHashSet(StringComparer.Ordinal);
        return listed.Count == wanted.Count && wanted.All(one => listed.Contains($"{(string?)one!["name"]}\n{(string?)one["description"]}"));
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= MaxName && name.All(static sign => char.IsLetterOrDigit(sign) || sign is '-' or '_' or '\'');

    private static string Short(string text) => text.Length <= MaxDescription ? text : $"{text[..(MaxDescription - 1)]}…";
}
