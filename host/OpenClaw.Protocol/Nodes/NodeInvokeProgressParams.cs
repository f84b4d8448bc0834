using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Nodes;

/// <summary>Parameters of <c>node.invoke.progress</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record NodeInvokeProgressParams
{
    /// <summary>The invocation.</summary>
    [NonEmpty]
    public required string InvokeId { get; init; }

    /// <summary>The node.</summary>
    [NonEmpty]
    public required string NodeId { get; init; }

    /// <summary>Counts the pieces from zero.</summary>
    [Range(0, GatewayLimits.MaxSafeInteger)]
    public required long Seq { get; init; }

    /// <summary>A piece of output.</summary>
    [MaxLength(16384)]
    public required string Chunk { get; init; }
}
