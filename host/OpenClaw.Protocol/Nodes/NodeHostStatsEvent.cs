namespace OpenClaw.Protocol.Nodes;

/// <summary>Payload of <c>node.hostStats</c>.</summary>
public sealed record NodeHostStatsEvent
{
    /// <summary>The node.</summary>
    public required string NodeId { get; init; }

    /// <summary>What it told.</summary>
    public required NodeHostStats HostStats { get; init; }
}
