namespace OpenClaw.Protocol.Connect;

/// <summary>Whether the gateway admits work.</summary>
public sealed record SnapshotSuspension
{
    /// <summary>accepting, preparing, draining or prepared.</summary>
    public required string Phase { get; init; }
}
