using OpenClaw.Host.Plugins.Budgets;
using OpenClaw.Host.Plugins.Discovery;
using OpenClaw.Host.Plugins.Leaks;
using OpenClaw.Host.Plugins.Manifests;

namespace OpenClaw.Host.Plugins.Lifecycle;

/// <summary>What is known of a plugin at one moment.</summary>
internal sealed record PluginStatus
{
    public required string Id { get; init; }

    public required string Directory { get; init; }

    public required PluginOrigin Origin { get; init; }

    /// <summary>Null while the manifest is broken.</summary>
    public PluginManifest? Manifest { get; init; }

    public required PluginState State { get; init; }

    /// <summary>Why it is failed, quarantined, disabled or leaked.</summary>
    public string? Reason { get; init; }

    /// <summary>When it came into this state.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>When one in quarantine is tried again; null for not by itself.</summary>
    public DateTimeOffset? NextTry { get; init; }

    /// <summary>0 until it is loaded.</summary>
    public int Generation { get; init; }

    /// <summary>The last fault outside a call, for example of a loop, while it goes on running.</summary>
    public string? Degraded { get; init; }

    public DateTimeOffset? DegradedAt { get; init; }

    /// <summary>What it uses of its limits; null until it is loaded.</summary>
    public PluginUsage? Usage { get; init; }

    /// <summary>Generations that ended and are still held by something, the latest last.</summary>
    public IReadOnlyList<LeakReport> Leaks { get; init; } = [];

    /// <summary>Why it does not work as it should; null when it does, or when it was switched off on purpose.</summary>
    public string? Problem => State switch
    {
        PluginState.Failed or PluginState.Leaked => Reason ?? "It failed; the log says how.",
        PluginState.Quarantined when NextTry is { } next => $"{Reason} It is tried again at {next.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z.",
        PluginState.Quarantined => $"{Reason} It stays off until somebody reloads it: openclaw plugins reload {Id}.",
        PluginState.Running => Degraded,
        _ => null,
    };
}
