namespace OpenClaw.Protocol.Nodes;

/// <summary>Answer of <c>node.rename</c>.</summary>
public sealed record NodeRenameResult
{
    /// <summary>The node.</summary>
    public required string NodeId { get; init; }

    /// <summary>Its new name.</summary>
    public required string DisplayName { get; init; }
}
