namespace OpenClaw.Protocol.Nodes;

/// <summary>Answer of <c>node.event</c>.</summary>
public sealed record NodeEventResult
{
    /// <summary>Always true.</summary>
    public required bool Ok { get; init; }

    /// <summary>What happened.</summary>
    public string? Event { get; init; }

    /// <summary>Whether the gateway did something with it.</summary>
    public bool? Handled { get; init; }

    /// <summary>What it did, or why nothing.</summary>
    public string? Reason { get; init; }
}
