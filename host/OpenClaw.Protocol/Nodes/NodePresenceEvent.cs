using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Nodes;

/// <summary>Payload of <c>node.presence</c>: whether somebody sits at a node.</summary>
public sealed record NodePresenceEvent
{
    /// <summary>The node.</summary>
    public required string NodeId { get; init; }

    /// <summary>When there was activity last; null when that is not known any more.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public long? LastActiveAtMs { get; init; }

    /// <summary>When that was told.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public long? PresenceUpdatedAtMs { get; init; }
}
