namespace OpenClaw.Protocol.Nodes;

/// <summary>Answer of <c>node.pending.ack</c>.</summary>
public sealed record NodePendingAckResult
{
    /// <summary>The node.</summary>
    public required string NodeId { get; init; }

    /// <summary>The actions.</summary>
    public required IReadOnlyList<string> AckedIds { get; init; }

    /// <summary>How many are left.</summary>
    public required int RemainingCount { get; init; }
}
