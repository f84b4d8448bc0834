using System.Text.Json;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model;
using OpenClaw.Host.Plugins.Crashes;
using OpenClaw.Host.Plugins.Discovery;
using OpenClaw.Host.Plugins.Lifecycle;
using OpenClaw.Host.Plugins.Packages.Install;
using OpenClaw.Host.Plugins.Packages.LockFile;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Plugins;

/// <summary>Reads from the configuration which plugins there shall be.</summary>
internal sealed class PluginSelectionFactory(StatePaths paths, string applicationDirectory, SafeMode? safeMode = null)
{
    private const string ShippedFolder = "plugins";

    private readonly InstalledFolders _installed = new(new InstallPaths(paths.PluginsDirectory));

    public PluginSelection Create(OpenClawConfig config)
    {
        var plugins = config.Plugins;
        return new PluginSelection
        {
            Roots = RootsOf(plugins),
            Changed = folder => _installed.Reason(folder, plugins.Signatures),
            DisabledReason = id => DisabledReason(plugins, id),
            Settings = id => plugins.Entries.GetValueOrDefault(id)?.Config,
            Limits = id => plugins.Entries.GetValueOrDefault(id)?.Limits ?? PluginLimits.Default,
            SafeMode = safeMode?.Reason,
            ConfiguredIds = [.. plugins.Entries.Keys],
            UsesChannel = id => UsesChannel(config.Raw, id),
        };
    }

    /// <summary>Where plugins are looked for, in order.</summary>
    public IReadOnlyList<PluginRoot> RootsOf(PluginsConfig plugins) =>
    [
        new PluginRoot(Path.Combine(applicationDirectory, ShippedFolder), PluginOrigin.Shipped),
        new PluginRoot(paths.PluginsDirectory, PluginOrigin.User),
        .. plugins.LoadPaths.Select(path => new PluginRoot(paths.Expand(path), PluginOrigin.Configured)),
    ];

    private static string? DisabledReason(PluginsConfig plugins, string id)
    {
        if (plugins.IsEnabled(id))
            return null;
        if (!plugins.Enabled)
            return "plugins.enabled is false.";
        if (plugins.Deny.Contains(id, StringComparer.Ordinal))
            return "plugins.deny lists it.";
        return plugins.Entries.GetValueOrDefault(id) is { Enabled: false }
            ? $"plugins.entries.{id}.enabled is false."
            : "plugins.allow is set and does not list it.";
    }

    private static bool UsesChannel(JsonElement root, string channel) =>
        root.ValueKind == JsonValueKind.Object
        && root.TryGetProperty("channels", out var channels) && channels.ValueKind == JsonValueKind.Object
        && channels.TryGetProperty(channel, out var settings) && settings.ValueKind == JsonValueKind.Object
        && !(settings.TryGetProperty("enabled", out var enabled) && enabled.ValueKind == JsonValueKind.False);
}
