using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Nodes;

/// <summary>Parameters of <c>node.pair.verify</c>, which only protocol 3 knows. Its text form never shows the token.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record NodePairVerifyParams
{
    /// <summary>The node.</summary>
    [NonEmpty]
    public required string NodeId { get; init; }

    /// <summary>What the node brought.</summary>
    [NonEmpty]
    public required string Token { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{nameof(NodePairVerifyParams)} {{ NodeId = {NodeId} }}";
}
