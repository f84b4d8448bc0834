using System.Text.RegularExpressions;

namespace OpenClaw.Host.Plugins.Manifests;

/// <summary>What a plugin id may look like. It becomes a folder name and a configuration key.</summary>
internal static partial class PluginIds
{
    public static bool IsValid(string id) => Pattern().IsMatch(id);

    [GeneratedRegex(@"\A[a-z][a-z0-9-]{0,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
