namespace OpenClaw.Protocol.Config;

/// <summary>The record of a configuration change.</summary>
public sealed record ConfigSentinel
{
    /// <summary>Whether a restart will find the record.</summary>
    public required bool Persisted { get; init; }

    /// <summary>What happened.</summary>
    public required ConfigSentinelPayload Payload { get; init; }
}
