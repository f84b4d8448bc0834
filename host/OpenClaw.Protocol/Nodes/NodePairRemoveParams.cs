using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Nodes;

/// <summary>Parameters of <c>node.pair.remove</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record NodePairRemoveParams
{
    /// <summary>The node.</summary>
    [NonEmpty]
    public required string NodeId { get; init; }
}
