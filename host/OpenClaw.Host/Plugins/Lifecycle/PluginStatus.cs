using OpenClaw.Host.Plugins.Discovery;
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

    /// <summary>Why it is failed, disabled or leaked.</summary>
    public string? Reason { get; init; }

    /// <summary>When it came into this state.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>0 until it is loaded.</summary>
    public int Generation { get; init; }

    /// <summary>The last fault outside a call, for example of a loop, while it goes on running.</summary>
    public string? Degraded { get; init; }

    public DateTimeOffset? DegradedAt { get; init; }

    /// <summary>Why it does not work as it should; null when it does, or when it was switched off on purpose.</summary>
    public string? Problem => State switch
    {
        PluginState.Failed or PluginState.Leaked => Reason ?? "It failed; the log says how.",
        PluginState.Running => Degraded,
        _ => null,
    };
}
