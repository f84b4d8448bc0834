using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model;
using OpenClaw.Host.Plugins.Discovery;
using OpenClaw.Host.Plugins.Lifecycle;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Plugins;

/// <summary>Maps the configuration to what the plugin host needs.</summary>
internal static class PluginHostOptionsFactory
{
    private const string ShippedFolder = "plugins";

    public static PluginHostOptions Create(OpenClawConfig config, StatePaths paths, string applicationDirectory)
    {
        var plugins = config.Plugins;
        return new PluginHostOptions
        {
            Roots =
            [
                new PluginRoot(Path.Combine(applicationDirectory, ShippedFolder), PluginOrigin.Shipped),
                new PluginRoot(paths.PluginsDirectory, PluginOrigin.User),
                .. plugins.LoadPaths.Select(path => new PluginRoot(paths.Expand(path), PluginOrigin.Configured)),
            ],
            DataDirectory = paths.PluginDataDirectory,
            CacheDirectory = Path.Combine(paths.StateDirectory, "plugin-cache"),
            DisabledReason = id => DisabledReason(plugins, id),
            Settings = id => plugins.Entries.GetValueOrDefault(id)?.Config,
            ConfiguredIds = [.. plugins.Entries.Keys],
        };
    }

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
}
