using System.Text.Json;
using OpenClaw.Host.Plugins.Discovery;

namespace OpenClaw.Host.Plugins.Lifecycle;

/// <summary>Where plugins are, which may run, and how long the host waits for them.</summary>
internal sealed record PluginHostOptions
{
    /// <summary>In order: the first folder with an id wins.</summary>
    public required IReadOnlyList<PluginRoot> Roots { get; init; }

    /// <summary>Holds a folder for each plugin that outlives updates.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>Holds the copies that are loaded; emptied at start.</summary>
    public required string CacheDirectory { get; init; }

    /// <summary>Why configuration keeps a plugin off; null lets it run.</summary>
    public Func<string, string?> DisabledReason { get; init; } = static _ => null;

    /// <summary>The plugin's section of the configuration, if it has one.</summary>
    public Func<string, JsonElement?> Settings { get; init; } = static _ => null;

    /// <summary>Ids configuration has an entry for; one that no folder has is worth a warning.</summary>
    public IReadOnlyList<string> ConfiguredIds { get; init; } = [];

    /// <summary>For loading, the constructor, Configure and the plugin's container together.</summary>
    public TimeSpan ConfigureTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For each background service to start.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>For all plugins together: one that has not begun by then is failed, so that the gateway opens.</summary>
    public TimeSpan TotalStartTimeout { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>For calls in flight to finish.</summary>
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For each step of a stop.</summary>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(10);
}
