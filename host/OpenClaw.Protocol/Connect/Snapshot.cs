using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Protocol.Connect;

/// <summary>The gateway's state at hello.</summary>
public sealed record Snapshot
{
    /// <summary>Who is connected; empty for readers without the read scope.</summary>
    public required IReadOnlyList<PresenceEntry> Presence { get; init; }

    /// <summary>The payload of <c>health</c>, or an empty object before the first one.</summary>
    public required JsonElement Health { get; init; }

    /// <summary>Versions of the two lists above.</summary>
    public required StateVersion StateVersion { get; init; }

    /// <summary>Time since start.</summary>
    public required long UptimeMs { get; init; }

    /// <summary>The configuration in force, null when unknown, absent for protocol 3.</summary>
    public JsonElement? AppliedConfigHash { get; init; }

    /// <summary>Whether work is admitted.</summary>
    public SnapshotSuspension? Suspension { get; init; }

    /// <summary>Defaults for session keys.</summary>
    public SessionDefaults? SessionDefaults { get; init; }

    /// <summary>A newer release, if known.</summary>
    public JsonElement? UpdateAvailable { get; init; }

    /// <summary>When updates are looked for.</summary>
    public JsonElement? UpdateSchedule { get; init; }

    /// <summary>Path of the configuration file; administrators only.</summary>
    public string? ConfigPath { get; init; }

    /// <summary>Path of the state folder; administrators only.</summary>
    public string? StateDir { get; init; }

    /// <summary>How callers prove themselves; administrators only.</summary>
    public string? AuthMode { get; init; }
}
