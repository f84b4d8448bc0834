using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Nodes;

/// <summary>Parameters of <c>node.describe</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record NodeDescribeParams
{
    /// <summary>The node.</summary>
    [NonEmpty]
    public required string NodeId { get; init; }
}
