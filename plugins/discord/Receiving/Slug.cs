using System.Text;

namespace OpenClaw.Channels.Discord.Receiving;

/// <summary>A name as people write it in settings: small letters, digits, and dashes for all else.</summary>
internal static class Slug
{
    public static string? Of(string? name)
    {
        var slug = new StringBuilder();
        foreach (var rune in (name ?? "").ToLowerInvariant().EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
                slug.Append(rune.ToString());
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        return slug.ToString().TrimEnd('-') is { Length: > 0 } text ? text : null;
    }
}
