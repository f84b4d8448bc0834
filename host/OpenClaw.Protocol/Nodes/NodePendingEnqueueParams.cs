using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Nodes;

/// <summary>Parameters of <c>node.pending.enqueue</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record NodePendingEnqueueParams
{
    /// <summary>The node.</summary>
    [NonEmpty]
    public required string NodeId { get; init; }

    /// <summary>What is asked of it.</summary>
    [AllowedValues("status.request", "location.request")]
    public required string Type { get; init; }

    /// <summary>How urgent it is.</summary>
    [AllowedValues("normal", "high")]
    public string? Priority { get; init; }

    /// <summary>When to give up.</summary>
    [Range(1000, 86_400_000)]
    public long? ExpiresInMs { get; init; }

    /// <summary>Whether to wake the node, where that is possible.</summary>
    public bool? Wake { get; init; }
}
