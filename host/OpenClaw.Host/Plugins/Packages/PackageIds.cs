using System.Text.RegularExpressions;

namespace OpenClaw.Host.Plugins.Packages;

/// <summary>Which ids packages may have, and how they go with the ids of plugins.</summary>
internal static partial class PackageIds
{
    /// <summary>Letters of other scripts that look like these are not taken at all.</summary>
    public static bool IsValid(string id) => Form().IsMatch(id) && !id.Contains("..", StringComparison.Ordinal);

    public static void Require(string id)
    {
        if (!IsValid(id))
        {
            var shown = string.Concat(id.Take(80).Select(static c => c is > ' ' and < '\x7f' ? c : '?'));
            throw new PackageException($"'{shown}' is not a package id. Ids have 1 to 100 letters and digits of ASCII, with dots, dashes and underscores between them.");
        }
    }

    /// <summary>
    /// Whether a plugin's id is what one expects of a package: its own with dashes for dots, or the end of it.
    /// <c>Acme.OpenClaw.Dice-Tool</c> may bring <c>dice-tool</c>.
    /// </summary>
    public static bool Names(string packageId, string pluginId)
    {
        var name = packageId.ToLowerInvariant().Replace('.', '-').Replace('_', '-');
        return name == pluginId || name.EndsWith($"-{pluginId}", StringComparison.Ordinal);
    }

    /// <summary>Whether one letter was changed, added, left out or swapped with its neighbour.</summary>
    public static bool AreSimilar(string left, string right)
    {
        var (a, b) = (left.ToLowerInvariant(), right.ToLowerInvariant());
        if (a == b || Math.Abs(a.Length - b.Length) > 1)
            return false;
        var start = 0;
        while (start < Math.Min(a.Length, b.Length) && a[start] == b[start])
            start++;
        var (restA, restB) = (a[start..], b[start..]);
        return restA.Length != restB.Length
            ? (restA.Length > restB.Length ? restA[1..] == restB : restA == restB[1..])
            : restA[1..] == restB[1..] || (restA.Length > 1 && restA[0] == restB[1] && restA[1] == restB[0] && restA[2..] == restB[2..]);
    }

    [GeneratedRegex("^[A-Za-z0-9_]([A-Za-z0-9_.-]{0,98}[A-Za-z0-9_])?\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
