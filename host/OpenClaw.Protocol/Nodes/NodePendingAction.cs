namespace OpenClaw.Protocol.Nodes;

/// <summary>Something a node is to do when it comes to the foreground.</summary>
public sealed record NodePendingAction
{
    /// <summary>The action.</summary>
    public required string Id { get; init; }

    /// <summary>The command.</summary>
    public required string Command { get; init; }
}
