using System.Text.RegularExpressions;
using OpenClaw.Plugins;

namespace OpenClaw.Host.Plugins.Building;

/// <summary>What the ids a plugin claims may look like.</summary>
internal static partial class ClaimNames
{
    public static void CheckTool(string? name)
    {
        if (name is null || !ToolPattern().IsMatch(name))
            throw new PluginRegistrationException($"'{name}' is not a tool name. Use 1 to 64 of a-z A-Z 0-9 '_' and '-'.");
    }

    public static void CheckId(string what, string? id)
    {
        if (id is null || !IdPattern().IsMatch(id))
            throw new PluginRegistrationException($"'{id}' is not a {what}. Use 1 to 64 of a-z 0-9 '.', '_' and '-', starting with a letter.");
    }

    [GeneratedRegex(@"\A[a-zA-Z0-9_-]{1,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ToolPattern();

    [GeneratedRegex(@"\A[a-z][a-z0-9._-]{0,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdPattern();
}
