namespace OpenClaw.Protocol.Nodes;

/// <summary>Answer to what a node reports of an invocation.</summary>
public sealed record NodeAck
{
    /// <summary>Always true.</summary>
    public required bool Ok { get; init; }

    /// <summary>True when nobody waits for that invocation.</summary>
    public bool? Ignored { get; init; }
}
