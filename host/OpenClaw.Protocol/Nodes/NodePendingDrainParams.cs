using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Nodes;

/// <summary>Parameters of <c>node.pending.drain</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record NodePendingDrainParams
{
    /// <summary>Most items to take.</summary>
    [Range(1, 10)]
    public long? MaxItems { get; init; }
}
