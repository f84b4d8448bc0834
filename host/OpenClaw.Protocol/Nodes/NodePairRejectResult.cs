namespace OpenClaw.Protocol.Nodes;

/// <summary>Answer of <c>node.pair.reject</c>.</summary>
public sealed record NodePairRejectResult
{
    /// <summary>The request.</summary>
    public required string RequestId { get; init; }

    /// <summary>The node.</summary>
    public required string NodeId { get; init; }
}
