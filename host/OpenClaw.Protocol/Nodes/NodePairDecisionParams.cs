using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Nodes;

/// <summary>Parameters of <c>node.pair.approve</c> and <c>node.pair.reject</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record NodePairDecisionParams
{
    /// <summary>The pending request.</summary>
    [NonEmpty]
    public required string RequestId { get; init; }
}
