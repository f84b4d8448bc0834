using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Nodes;

/// <summary>Parameters of <c>node.pending.ack</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record NodePendingAckParams
{
    /// <summary>Actions that were done.</summary>
    [MinLength(1)]
    [EachLength(1, int.MaxValue)]
    public required IReadOnlyList<string> Ids { get; init; }
}
