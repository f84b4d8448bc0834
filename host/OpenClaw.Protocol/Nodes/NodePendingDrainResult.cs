namespace OpenClaw.Protocol.Nodes;

/// <summary>Answer of <c>node.pending.drain</c>.</summary>
public sealed record NodePendingDrainResult
{
    /// <summary>The node.</summary>
    public required string NodeId { get; init; }

    /// <summary>Counts the changes of its queue.</summary>
    public required long Revision { get; init; }

    /// <summary>What was taken.</summary>
    public required IReadOnlyList<NodePendingItem> Items { get; init; }

    /// <summary>Whether more waits.</summary>
    public required bool HasMore { get; init; }
}
