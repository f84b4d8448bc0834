namespace OpenClaw.Protocol.Nodes;

/// <summary>Answer of <c>node.pair.request</c>.</summary>
public sealed record NodePairRequestResult
{
    /// <summary>Always <c>pending</c>.</summary>
    public required string Status { get; init; }

    /// <summary>The request in force.</summary>
    public required PendingNode Request { get; init; }

    /// <summary>False when the node had asked already.</summary>
    public required bool Created { get; init; }
}
