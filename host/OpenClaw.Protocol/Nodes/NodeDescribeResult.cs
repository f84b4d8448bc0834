using System.Diagnostics.CodeAnalysis;

namespace OpenClaw.Protocol.Nodes;

/// <summary>Answer of <c>node.describe</c>.</summary>
public sealed record NodeDescribeResult : NodeRow
{
    /// <summary>An answer to be filled in.</summary>
    public NodeDescribeResult()
    {
    }

    /// <summary>An answer about a row.</summary>
    [SetsRequiredMembers]
    public NodeDescribeResult(NodeRow row)
        : base(row)
    {
    }

    /// <summary>When this was true.</summary>
    public required long Ts { get; init; }
}
