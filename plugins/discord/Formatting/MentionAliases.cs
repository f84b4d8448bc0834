using System.Text.RegularExpressions;

namespace OpenClaw.Channels.Discord.Formatting;

/// <summary>Makes calls of names that the settings know, outside of code.</summary>
internal static partial class MentionAliases
{
    public static string Of(string text, IReadOnlyDictionary<string, string>? aliases)
    {
        if (aliases is not { Count: > 0 } || !text.Contains('@', StringComparison.Ordinal))
            return text;
        var ids = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, id) in aliases)
            ids[name.TrimStart('@')] = id.Trim('<', '>', '@', '!');
        return CodeOrName().Replace(text, match => match.Groups["name"] is { Success: true, Value: var name } && ids.TryGetValue(name, out var id) && id.All(char.IsAsciiDigit)
            ? $"<@{id}>"
            : match.Value);
    }

    [GeneratedRegex(@"```[\s\S]*?(?:```|\z)|`[^`\n]*`|(?<![\w<@])@(?<name>\w[\w.-]{0,63})", RegexOptions.CultureInvariant)]
    private static partial Regex CodeOrName();
}
