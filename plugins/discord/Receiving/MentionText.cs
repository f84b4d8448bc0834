using System.Text.RegularExpressions;
using OpenClaw.Channels.Discord.Wire;

namespace OpenClaw.Channels.Discord.Receiving;

/// <summary>Writes names where Discord has ids, and takes away the call of the bot before what it is told.</summary>
internal static partial class MentionText
{
    public static string Plain(string text, IReadOnlyList<User>? mentioned, User bot, Func<string, Place?> places)
    {
        text = OwnCall(text, bot).TrimStart();
        return text.Contains('<', StringComparison.Ordinal)
            ? Mark().Replace(text, mark => Named(mark, mentioned, bot, places) ?? mark.Value)
            : text;
    }

    private static string OwnCall(string text, User bot)
    {
        foreach (var call in (ReadOnlySpan<string>)[$"<@{bot.Id}>", $"<@!{bot.Id}>"])
        {
            if (text.StartsWith(call, StringComparison.Ordinal))
                return text[call.Length..];
        }

        return text;
    }

    private static string? Named(Match mark, IReadOnlyList<User>? mentioned, User bot, Func<string, Place?> places)
    {
        var id = mark.Groups["id"].Value;
        return mark.Groups["kind"].Value switch
        {
            "#" => places(id)?.Name is { Length: > 0 } name ? $"#{name}" : null,
            "@" or "@!" when id == bot.Id => $"@{People.NameOf(bot)}",
            "@" or "@!" => mentioned?.FirstOrDefault(one => one?.Id == id) is { } user ? $"@{People.NameOf(user)}" : null,
            _ => mark.Groups["emoji"].Value,
        };
    }

    [GeneratedRegex(@"<(?:(?<kind>@!?|#)|a?(?<emoji>:\w{1,32}:))(?<id>\d{1,20})>", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
