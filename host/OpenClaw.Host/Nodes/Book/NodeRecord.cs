using OpenClaw.Host.Nodes.Surfaces;
using OpenClaw.Protocol.Nodes;

namespace OpenClaw.Host.Nodes.Book;

/// <summary>What is stored of a node.</summary>
internal sealed record NodeRecord
{
    public required string NodeId { get; init; }

    /// <summary>A name an operator gave it.</summary>
    public string? Name { get; init; }

    public NodeIdentity Identity { get; init; } = new();

    /// <summary>What was approved; null before that.</summary>
    public NodeSurface? Approved { get; init; }

    /// <summary>When something was approved first.</summary>
    public long? CreatedAt { get; init; }

    public long? ApprovedAt { get; init; }

    public long? LastSeenAt { get; init; }

    public string? LastSeenReason { get; init; }

    public NodeRecord Approve(NodeSurface surface, long now) => this with { Approved = surface, CreatedAt = CreatedAt ?? now, ApprovedAt = now };

    /// <summary>The node as told to operators; only for one that is approved.</summary>
    public PairedNode Describe() => new()
    {
        NodeId = NodeId,
        ClientId = Identity.ClientId,
        ClientMode = Identity.ClientMode,
        DisplayName = Name ?? Identity.DisplayName,
        Platform = Identity.Platform,
        Version = Identity.Version,
        DeviceFamily = Identity.DeviceFamily,
        ModelIdentifier = Identity.ModelIdentifier,
        RemoteIp = Identity.RemoteIp,
        Caps = Approved!.Caps,
        Commands = Approved.Commands,
        Permissions = Approved.Permissions,
        CreatedAtMs = CreatedAt!.Value,
        ApprovedAtMs = ApprovedAt!.Value,
        LastSeenAtMs = LastSeenAt,
        LastSeenReason = LastSeenReason,
    };
}
