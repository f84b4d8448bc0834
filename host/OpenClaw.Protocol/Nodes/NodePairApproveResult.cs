namespace OpenClaw.Protocol.Nodes;

/// <summary>Answer of <c>node.pair.approve</c>.</summary>
public sealed record NodePairApproveResult
{
    /// <summary>The request.</summary>
    public required string RequestId { get; init; }

    /// <summary>The node as approved.</summary>
    public required PairedNode Node { get; init; }
}
