using Microsoft.Data.Sqlite;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Events;
using OpenClaw.Host.Nodes.Surfaces;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Security.Pairing;
using OpenClaw.Host.Storage;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Devices;
using OpenClaw.Protocol.Nodes;

namespace OpenClaw.Host.Nodes.Book;

/// <summary>
/// What nodes may do, and who decided so. That a device may connect says nothing of its commands: a node that offers something new
/// waits until a person approves it. Each step is one transaction.
/// </summary>
internal sealed class NodeBook(SqliteDatabase database, CommandPolicy policy, IConfigSource config, IEventPublisher events, TimeProvider time)
{
    public const string Approved = "approved";
    public const string Rejected = "rejected";
    public const string Removed = "removed";

    /// <summary>Notes that a node came. Null when its device is not approved as a node any more.</summary>
    public async ValueTask<NodeRecord?> ArriveAsync(NodeArrival arrival, CancellationToken cancellationToken)
    {
        var now = Now();
        var plan = await database.ReadAsync(connection => Plan(connection, arrival, now), cancellationToken);
        if (plan is { NeedsWrite: true })
        {
            plan = await database.WriteAsync(
                connection =>
                {
                    // Made anew: somebody may have decided in between.
                    var current = Plan(connection, arrival, now);
                    current?.Apply(connection);
                    return current;
                },
                cancellationToken);
        }

        if (plan is not null)
        {
            Tell(plan);
        }

        return plan?.Node;
    }

    public ValueTask<NodeRecord?> FindAsync(string nodeId, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => NodeSql.Find(connection, nodeId), cancellationToken);

    public ValueTask<(IReadOnlyList<NodeRecord> Nodes, IReadOnlyList<PendingNode> Pending)> ListAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(connection => (NodeSql.All(connection), NodeSql.AllRequests(connection)), cancellationToken);

    /// <exception cref="RpcException">There is no such request, or the caller may not hand out what it asks for.</exception>
    public ValueTask<NodeRecord> ApproveAsync(string requestId, RpcCaller caller, CancellationToken cancellationToken)
    {
        var now = Now();
        return database.WriteAsync(
            connection =>
            {
                var pending = Take(connection, requestId, caller);
                var required = pending.RequiredApproveScopes ?? CommandPolicy.ScopesToApprove(ArrivalPlan.SurfaceOf(pending));
                if (required.FirstOrDefault(scope => !caller.HasScope(scope)) is { } missing)
                {
                    throw new RpcException(ErrorShape.MissingScope(missing, required, caller.Protocol));
                }

                var node = (NodeSql.Find(connection, pending.NodeId) ?? new NodeRecord { NodeId = pending.NodeId })
                    .Approve(ArrivalPlan.SurfaceOf(pending), now);
                NodeSql.Save(connection, node);
                return node;
            },
            cancellationToken);
    }

    /// <returns>The node whose request was rejected.</returns>
    /// <exception cref="RpcException">There is no such request.</exception>
    public ValueTask<string> RejectAsync(string requestId, RpcCaller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => Take(connection, requestId, caller).NodeId, cancellationToken);

    /// <summary>Takes away that a device is a node; a device that was nothing else is not known any more.</summary>
    /// <returns>False when there is no such node, or it is not the caller's to remove.</returns>
    public ValueTask<bool> RemoveAsync(string nodeId, RpcCaller caller, CancellationToken cancellationToken)
    {
        var now = Now();
        return database.WriteAsync(
            connection =>
            {
                if (!DeviceAuthority.MayManage(caller, nodeId) || DeviceSql.Find(connection, nodeId) is not { } device
                    || !device.Roles.Contains(Roles.Node))
                {
                    return false;
                }

                IReadOnlyList<string> left = [.. device.Roles.Where(static role => role != Roles.Node)];
                if (left is [])
                {
                    PendingSql.RemoveOfDevice(connection, nodeId);
                    DeviceSql.Remove(connection, nodeId);
                    return true;
                }

                NodeSql.Remove(connection, nodeId);
                DeviceSql.Save(connection, device with
                {
                    Role = left[^1],
                    Roles = left,
                    Tokens = [.. device.Tokens.Select(token => token.Role == Roles.Node ? token with { RevokedAt = token.RevokedAt ?? now } : token)],
                });
                return true;
            },
            cancellationToken);
    }

    /// <returns>False when there is no such node.</returns>
    public ValueTask<bool> RenameAsync(string nodeId, string name, CancellationToken cancellationToken) => ChangeAsync(
        nodeId, node => node with { Name = name }, cancellationToken);

    /// <summary>Notes a sign of life.</summary>
    public ValueTask<bool> SeenAsync(string nodeId, long at, string reason, CancellationToken cancellationToken) => ChangeAsync(
        nodeId, node => node with { LastSeenAt = at, LastSeenReason = reason }, cancellationToken);

    /// <summary>Tells operators of a decision.</summary>
    public GatewayEvent Resolved(string requestId, string nodeId, string decision)
    {
        var resolved = GatewayEvent.Create(
            EventNames.NodePairResolved,
            new NodePairResolvedEvent { RequestId = requestId, NodeId = nodeId, Decision = decision, Ts = Now() },
            ProtocolJsonContext.Default.NodePairResolvedEvent) with
        {
            IsFor = caller => DeviceAuthority.MayManage(caller, nodeId),
        };
        events.Publish(resolved);
        return resolved;
    }

    private ArrivalPlan? Plan(SqliteConnection connection, NodeArrival arrival, long now) =>
        DeviceSql.Find(connection, arrival.NodeId)?.IsApproved(Roles.Node) is true
            ? ArrivalPlan.Make(connection, arrival, policy.Ceiling(arrival.Declared, arrival.Identity), node => ApprovesItself(arrival, node), now)
            : null;

    // The third generation knows no approval of commands: its nodes on this machine would wait for ever.
    private bool ApprovesItself(NodeArrival arrival, NodeRecord node) =>
        (arrival.BySetupCode && node.Approved is null)
        || (arrival is { Protocol: < ProtocolVersions.V4, IsLocal: true, HasSharedSecret: true } && config.Current.Gateway.Nodes.AutoApproveLocal);

    private void Tell(ArrivalPlan plan)
    {
        if (plan.Superseded is { } superseded)
        {
            Resolved(superseded.RequestId, superseded.NodeId, plan.IsSelfApproved ? Approved : Rejected);
        }
        else if (plan.IsSelfApproved)
        {
            Resolved(Guid.NewGuid().ToString(), plan.Node.NodeId, Approved);
        }

        if (plan.IsNewRequest)
        {
            events.Publish(GatewayEvent.Create(EventNames.NodePairRequested, plan.Pending!, ProtocolJsonContext.Default.PendingNode) with
            {
                IsFor = caller => DeviceAuthority.MayManage(caller, plan.Node.NodeId),
            });
        }
    }

    private static PendingNode Take(SqliteConnection connection, string requestId, RpcCaller caller)
    {
        // Whether a request of somebody else exists is not told to those who may not see it.
        if (NodeSql.FindRequest(connection, requestId) is not { } pending || !DeviceAuthority.MayManage(caller, pending.NodeId))
        {
            throw RpcException.InvalidRequest("unknown requestId");
        }

        NodeSql.RemoveRequest(connection, pending.NodeId);
        return pending;
    }

    private ValueTask<bool> ChangeAsync(string nodeId, Func<NodeRecord, NodeRecord> change, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection =>
            {
                if (DeviceSql.Find(connection, nodeId)?.Roles.Contains(Roles.Node) is not true)
                {
                    return false;
                }

                NodeSql.Save(connection, change(NodeSql.Find(connection, nodeId) ?? new NodeRecord { NodeId = nodeId }));
                return true;
            },
            cancellationToken);

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();
}
