namespace OpenClaw.Protocol.Nodes;

/// <summary>Answer of <c>node.pending.pull</c>.</summary>
public sealed record NodePendingPullResult
{
    /// <summary>The node.</summary>
    public required string NodeId { get; init; }

    /// <summary>What waits.</summary>
    public required IReadOnlyList<NodePendingAction> Actions { get; init; }
}
