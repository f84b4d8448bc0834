using OpenClaw.Host.Nodes.Book;
using OpenClaw.Host.Nodes.Live;
using OpenClaw.Host.Nodes.Surfaces;
using OpenClaw.Host.Security.Pairing;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Nodes;

namespace OpenClaw.Host.Nodes;

/// <summary>What operators see of nodes: the device, the book, and who is here, in one row.</summary>
internal sealed class NodeDirectory(PairedDevices devices, NodeBook book, NodeSessions sessions, NodeActivity activity, CommandPolicy policy)
{
    public async ValueTask<IReadOnlyList<NodeRow>> ListAsync(CancellationToken cancellationToken)
    {
        var (nodes, pending) = await book.ListAsync(cancellationToken);
        var paired = (await devices.ListAsync(cancellationToken)).Where(static device => device.Roles.Contains(Roles.Node)).ToList();
        activity.KeepOnly(paired.Select(static device => device.DeviceId).ToHashSet(StringComparer.Ordinal));
        var byNode = nodes.ToDictionary(static node => node.NodeId, StringComparer.Ordinal);
        var requests = pending.ToDictionary(static request => request.NodeId, StringComparer.Ordinal);
        return
        [
            .. paired
                .Select(device => Row(device, byNode.GetValueOrDefault(device.DeviceId), requests.GetValueOrDefault(device.DeviceId)))
                .OrderByDescending(static row => row.Connected)
                .ThenBy(static row => row.DisplayName ?? row.NodeId, StringComparer.OrdinalIgnoreCase)
                .ThenBy(static row => row.NodeId, StringComparer.Ordinal),
        ];
    }

    private NodeRow Row(DeviceRecord device, NodeRecord? node, PendingNode? pending)
    {
        var session = sessions.Find(device.DeviceId);
        var identity = session?.Identity ?? node?.Identity ?? new NodeIdentity { DisplayName = device.DisplayName, Platform = device.Platform };
        var surface = policy.Ceiling(session?.Effective ?? node?.Approved ?? NodeSurface.Nothing, identity);
        var (seenAt, reason, stats, _) = activity.Of(device.DeviceId);
        return new NodeRow
        {
            NodeId = device.DeviceId,
            DisplayName = node?.Name ?? identity.DisplayName,
            Platform = identity.Platform,
            Version = identity.Version,
            ClientId = identity.ClientId,
            ClientMode = identity.ClientMode,
            DeviceFamily = identity.DeviceFamily,
            ModelIdentifier = identity.ModelIdentifier,
            RemoteIp = identity.RemoteIp,
            PathEnv = identity.PathEnv,
            Caps = surface.Caps,
            Commands = [.. surface.Commands.Order(StringComparer.Ordinal)],
            SessionHost = false,
            HostStats = stats,
            NodePluginTools = session is null ? null : [],
            Permissions = surface.Permissions,
            ApprovalState = pending is not null ? "pending-approval" : node?.Approved is not null ? NodeBook.Approved : "unapproved",
            PendingRequestId = pending?.RequestId,
            PendingDeclaredCaps = pending?.Caps,
            PendingDeclaredCommands = pending?.Commands is null ? null : [.. pending.Commands.Order(StringComparer.Ordinal)],
            PendingDeclaredPermissions = pending?.Permissions,
            ConnectedAtMs = session?.ConnectedAt,
            LastConnectedAtMs = session?.ConnectedAt,
            LastSeenAtMs = seenAt ?? node?.LastSeenAt ?? device.LastSeenAt,
            LastSeenReason = reason ?? node?.LastSeenReason ?? device.LastSeenReason,
            ApprovedAtMs = node?.ApprovedAt ?? device.ApprovedAt,
            Active = session?.Presence is null ? null : sessions.IsMostActive(session),
            LastActiveAtMs = session?.Presence?.LastActiveAt,
            PresenceUpdatedAtMs = session?.Presence?.UpdatedAt,
            Paired = device.IsApproved(Roles.Node),
            Connected = session is not null,
        };
    }
}
