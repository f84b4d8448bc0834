namespace OpenClaw.Protocol.Nodes;

/// <summary>Answer of <c>node.pair.list</c>.</summary>
public sealed record NodePairListResult
{
    /// <summary>Nodes that wait.</summary>
    public required IReadOnlyList<PendingNode> Pending { get; init; }

    /// <summary>Nodes that are approved.</summary>
    public required IReadOnlyList<PairedNode> Paired { get; init; }
}
