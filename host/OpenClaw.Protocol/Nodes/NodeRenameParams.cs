using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Nodes;

/// <summary>Parameters of <c>node.rename</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record NodeRenameParams
{
    /// <summary>The node.</summary>
    [NonEmpty]
    public required string NodeId { get; init; }

    /// <summary>Its new name.</summary>
    [NonEmpty]
    public required string DisplayName { get; init; }
}
