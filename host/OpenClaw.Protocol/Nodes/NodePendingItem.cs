using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Nodes;

/// <summary>Work that waits for a node to ask.</summary>
public sealed record NodePendingItem
{
    /// <summary>The item.</summary>
    public required string Id { get; init; }

    /// <summary>status.request or location.request.</summary>
    public required string Type { get; init; }

    /// <summary>default, normal or high.</summary>
    public required string Priority { get; init; }

    /// <summary>When it was queued.</summary>
    public required long CreatedAtMs { get; init; }

    /// <summary>When it is dropped; null for never.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public long? ExpiresAtMs { get; init; }
}
