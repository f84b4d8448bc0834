namespace OpenClaw.Host.Plugins.Manifests;

/// <summary>What the name of a plugin's command may look like.</summary>
internal static class PluginCommandNames
{
    public static bool IsValid(string name) =>
        name is { Length: >= 2 and <= 32 } && char.IsAsciiLetterLower(name[0])
        && name.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
