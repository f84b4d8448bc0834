using System.Text.Json.Nodes;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Plugins.Switching;

/// <summary>The change of the configuration that lets a plugin run, or keeps it off.</summary>
/// <param name="Patch">To be merged into the file.</param>
/// <param name="ReplacePaths">Lists that it cuts short.</param>
internal sealed record PluginSwitch(string Patch, IReadOnlyList<string> ReplacePaths)
{
    private const string Deny = "plugins.deny";

    /// <param name="document">The file as it is, in the current spelling.</param>
    /// <param name="id">The plugin's.</param>
    /// <param name="enabled">What shall be.</param>
    /// <param name="keepAllowList">Whether the list of allowed plugins is the owner's alone.</param>
    /// <exception cref="InvalidOperationException">Something else keeps the plugin off.</exception>
    public static PluginSwitch To(ConfigObject document, string id, bool enabled, bool keepAllowList)
    {
        var plugins = new JsonObject { ["entries"] = new JsonObject { [id] = new JsonObject { ["enabled"] = enabled } } };
        List<string> replaced = [];
        if (enabled)
        {
            if (document.Find("plugins.enabled") is ConfigBoolean { Value: false })
                throw new InvalidOperationException($"plugins.enabled is false, so plugin {id} cannot run; set it to true first");
            if (TextsOf(document.Find(Deny)) is { } denied && denied.Contains(id))
            {
                plugins["deny"] = new JsonArray([.. denied.Where(one => one != id).Select(static one => JsonValue.Create(one))]);
                replaced.Add(Deny);
            }

            if (TextsOf(document.Find("plugins.allow")) is { } allowed && !allowed.Contains(id))
            {
                if (keepAllowList)
                    throw new InvalidOperationException($"plugins.allow is set and does not list {id}");
                plugins["allow"] = new JsonArray([.. allowed.Append(id).Select(static one => JsonValue.Create(one))]);
            }
        }

        return new PluginSwitch(new JsonObject { ["plugins"] = plugins }.ToJsonString(), replaced);
    }

    private static List<string>? TextsOf(ConfigNode? node) => node is ConfigArray array ? [.. array.Items.OfType<ConfigString>().Select(static text => text.Value)] : null;
}
