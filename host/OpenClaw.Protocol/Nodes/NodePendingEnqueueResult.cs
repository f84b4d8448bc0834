namespace OpenClaw.Protocol.Nodes;

/// <summary>Answer of <c>node.pending.enqueue</c>.</summary>
public sealed record NodePendingEnqueueResult
{
    /// <summary>The node.</summary>
    public required string NodeId { get; init; }

    /// <summary>Counts the changes of its queue.</summary>
    public required long Revision { get; init; }

    /// <summary>What was queued.</summary>
    public required NodePendingItem Queued { get; init; }

    /// <summary>Whether the node was woken.</summary>
    public required bool WakeTriggered { get; init; }
}
