namespace OpenClaw.Protocol.Nodes;

/// <summary>Answer of <c>node.pair.verify</c>.</summary>
public sealed record NodePairVerifyResult
{
    /// <summary>Whether the token is that node's.</summary>
    public required bool Ok { get; init; }

    /// <summary>The node, when it is.</summary>
    public PairedNode? Node { get; init; }
}
