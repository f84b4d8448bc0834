namespace OpenClaw.Protocol.Nodes;

/// <summary>Answer of <c>node.list</c>.</summary>
public sealed record NodeListResult
{
    /// <summary>When this was true.</summary>
    public required long Ts { get; init; }

    /// <summary>The nodes.</summary>
    public required IReadOnlyList<NodeRow> Nodes { get; init; }
}
