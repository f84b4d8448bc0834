namespace OpenClaw.Protocol.Nodes;

/// <summary>Answer of <c>node.pair.remove</c>.</summary>
public sealed record NodePairRemoveResult
{
    /// <summary>The node.</summary>
    public required string NodeId { get; init; }
}
