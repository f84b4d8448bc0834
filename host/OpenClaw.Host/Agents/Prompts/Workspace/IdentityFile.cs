using OpenClaw.Host.Configuration.Model.Agents;

namespace OpenClaw.Host.Agents.Prompts.Workspace;

/// <summary>Reads an agent's name and face from its <c>IDENTITY.md</c>: lines of a key, a colon and a value, however they are decorated.</summary>
internal static class IdentityFile
{
    private const int MaxValue = 200;
    private static readonly char[] Decoration = ['-', '*', '_', '#', ' ', '\t', '`'];

    public static AgentIdentityConfig Read(string? text)
    {
        var identity = new AgentIdentityConfig();
        foreach (var line in (text ?? string.Empty).Split('\n'))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || ValueOf(line[(colon + 1)..]) is not { } value)
                continue;
            identity = line[..colon].Trim(Decoration).ToLowerInvariant() switch
            {
                "name" => identity with { Name = identity.Name ?? value },
                "theme" or "vibe" or "creature" => identity with { Theme = identity.Theme ?? value },
                "emoji" => identity with { Emoji = identity.Emoji ?? value },
                "avatar" => identity with { Avatar = identity.Avatar ?? value },
                _ => identity,
            };
        }

        return identity;
    }

    /// <summary>What the configuration says goes before what the file says.</summary>
    public static AgentIdentityConfig Over(AgentIdentityConfig? configured, AgentIdentityConfig file) => new()
    {
        Name = configured?.Name ?? file.Name,
        Theme = configured?.Theme ?? file.Theme,
        Emoji = configured?.Emoji ?? file.Emoji,
        Avatar = configured?.Avatar ?? file.Avatar,
    };

    // What stands in brackets is a hint for the person who fills the file in.
    private static string? ValueOf(string text)
    {
        var value = text.Trim(Decoration).Trim();
        return value.Length is 0 or > MaxValue || value[0] is '(' or '<' or '[' || value.Any(char.IsControl) ? null : value;
    }
}
