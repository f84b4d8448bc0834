namespace OpenClaw.Host.Diagnostics;

/// <summary>Whether the host takes work.</summary>
internal enum HostPhase
{
    /// <summary>The port is open, the rooms behind it are not ready yet.</summary>
    Starting,

    Accepting,

    /// <summary>On the way down: work under way is finished, new work is refused as retryable.</summary>
    Draining,
}
