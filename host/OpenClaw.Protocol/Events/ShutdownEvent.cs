namespace OpenClaw.Protocol.Events;

/// <summary>The gateway is about to close every socket.</summary>
public sealed record ShutdownEvent
{
    /// <summary><see cref="Reason"/> of a stop.</summary>
    public const string Stopping = "gateway stopping";

    /// <summary><see cref="Reason"/> of a restart inside the process.</summary>
    public const string Restarting = "gateway restarting";

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>When to expect the gateway back; absent for a stop.</summary>
    public long? RestartExpectedMs { get; init; }
}
