namespace OpenClaw.Protocol.Devices;

/// <summary>Payload of <c>node.pair.resolved</c>.</summary>
public sealed record NodePairResolvedEvent
{
    /// <summary>The request; empty when a node was removed.</summary>
    public required string RequestId { get; init; }

    /// <summary>The node.</summary>
    public required string NodeId { get; init; }

    /// <summary>approved, rejected or removed.</summary>
    public required string Decision { get; init; }

    /// <summary>When.</summary>
    public required long Ts { get; init; }
}
