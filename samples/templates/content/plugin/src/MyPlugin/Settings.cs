using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Plugins;

namespace MyPlugin;

/// <summary>What stands under plugins.entries.my-plugin-id.config. The build makes the manifest's schema of it.</summary>
[PluginSettings]
public sealed record Settings
{
    [Description("Seconds between two rounds.")]
    [Range(1, 3600)]
    public int IntervalSeconds { get; set; } = 60;

    [Description("A key, if the work needs one.")]
    public SecretRef? Key { get; set; }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Settings))]
internal sealed partial class SettingsJson : JsonSerializerContext;
