using OpenClaw.Host.Plugins.Faults;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Plugins.Lifecycle;

/// <summary>Where the host keeps what belongs to plugins, and how long it waits for them.</summary>
internal sealed record PluginHostOptions
{
    /// <summary>Holds a folder for each plugin that outlives updates.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>Holds the copies that are loaded; emptied at start.</summary>
    public required string CacheDirectory { get; init; }

    /// <summary>Holds what one process tells the next.</summary>
    public required string BootDirectory { get; init; }

    /// <summary>Tells the next process whose code ran when this one ended without a stop.</summary>
    public string MarkerFile => Path.Combine(BootDirectory, "running");

    /// <summary>What is remembered of crashes.</summary>
    public string CrashFile => Path.Combine(BootDirectory, "crashes.json");

    /// <summary>Collections before code counts as held; what is not held is gone after two.</summary>
    public int UnloadRounds { get; init; } = 20;

    /// <summary>When a plugin is kept off for its faults.</summary>
    public FaultPolicy Faults { get; init; } = new();

    /// <summary>For loading, the constructor, Configure and the plugin's container together.</summary>
    public TimeSpan ConfigureTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For each background service to start.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>For all plugins together: one that has not begun by then is failed, so that the gateway opens.</summary>
    public TimeSpan TotalStartTimeout { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>For calls in flight to finish when the plugin or the process ends.</summary>
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For calls in flight to finish in a generation that another has replaced; nobody waits for it.</summary>
    public TimeSpan RetireTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>For each step of a stop.</summary>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(10);

    public static PluginHostOptions In(StatePaths paths) => new()
    {
        DataDirectory = paths.PluginDataDirectory,
        CacheDirectory = Path.Combine(paths.StateDirectory, "plugin-cache"),
        BootDirectory = Path.Combine(paths.StateDirectory, "plugin-boot"),
    };
}
