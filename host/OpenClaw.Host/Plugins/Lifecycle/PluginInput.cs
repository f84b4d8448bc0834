using System.Text.Json;
using OpenClaw.Host.Configuration.Model;

namespace OpenClaw.Host.Plugins.Lifecycle;

/// <summary>What a generation is made from. The same input makes the same generation, so it is not made again.</summary>
/// <param name="Path">The plugin's folder.</param>
/// <param name="Fingerprint">Of the files in it.</param>
/// <param name="Settings">Of the plugin, secrets in clear.</param>
/// <param name="Limits">How much of the gateway it may use.</param>
internal sealed record PluginInput(string Path, string Fingerprint, JsonElement Settings, PluginLimits Limits)
{
    public bool IsSame(PluginInput? other) =>
        other is not null && Path == other.Path && Fingerprint == other.Fingerprint && Limits == other.Limits && JsonElement.DeepEquals(Settings, other.Settings);

    // A generated ToString would print the settings.
    public override string ToString() => Path;
}
