namespace OpenClaw.Protocol.Nodes;

/// <summary>Payload of <c>node.invoke.cancel</c>: nobody waits for the result any more.</summary>
public sealed record NodeInvokeCancelEvent
{
    /// <summary>The invocation.</summary>
    public required string InvokeId { get; init; }

    /// <summary>The node.</summary>
    public required string NodeId { get; init; }
}
