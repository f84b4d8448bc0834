using System.Text.Json;
using OpenClaw.Host.Configuration.Model;
using OpenClaw.Host.Plugins.Discovery;

namespace OpenClaw.Host.Plugins.Lifecycle;

/// <summary>Which plugins there shall be and with which settings, as one version of the configuration says.</summary>
internal sealed record PluginSelection
{
    public static PluginSelection None { get; } = new() { Roots = [] };

    /// <summary>In order: the first folder with an id wins.</summary>
    public required IReadOnlyList<PluginRoot> Roots { get; init; }

    /// <summary>Why configuration keeps a plugin off; null lets it run.</summary>
    public Func<string, string?> DisabledReason { get; init; } = static _ => null;

    /// <summary>The plugin's section of the configuration, if it has one.</summary>
    public Func<string, JsonElement?> Settings { get; init; } = static _ => null;

    /// <summary>How much of the gateway a plugin may use.</summary>
    public Func<string, PluginLimits> Limits { get; init; } = static _ => PluginLimits.Default;

    /// <summary>Why only plugins that ship with the gateway are loaded; null lets all be.</summary>
    public string? SafeMode { get; init; }

    /// <summary>Ids configuration has an entry for; one that no folder has is worth a warning.</summary>
    public IReadOnlyList<string> ConfiguredIds { get; init; } = [];

    /// <summary>Why a folder is not what was installed there; null where it is, or where nothing was.</summary>
    public Func<PluginFolder, string?> Changed { get; init; } = static _ => null;

    /// <summary>Whether configuration has an account of this channel that shall run.</summary>
    public Func<string, bool> UsesChannel { get; init; } = static _ => true;
}
