using Microsoft.Data.Sqlite;
using OpenClaw.Host.Nodes.Surfaces;
using OpenClaw.Protocol.Nodes;

namespace OpenClaw.Host.Nodes.Book;

/// <summary>What the arrival of a node changes in the book.</summary>
internal sealed record ArrivalPlan
{
    // Signs of life are written down no more often than this: a node in a reconnect loop must not keep the disk busy.
    private const long SeenIntervalMs = 60_000;

    public required NodeRecord Node { get; init; }

    /// <summary>The request in force afterwards.</summary>
    public PendingNode? Pending { get; init; }

    /// <summary>A request that is of no use any more.</summary>
    public PendingNode? Superseded { get; init; }

    public bool IsNewRequest { get; init; }

    /// <summary>Approved without a person, just now.</summary>
    public bool IsSelfApproved { get; init; }

    public bool NeedsWrite { get; init; }

    /// <param name="connection">The database.</param>
    /// <param name="arrival">Who came.</param>
    /// <param name="wanted">What it declares, within what the gateway would let it run.</param>
    /// <param name="approvesItself">Whether nobody has to be asked.</param>
    /// <param name="now">The time.</param>
    public static ArrivalPlan Make(SqliteConnection connection, NodeArrival arrival, NodeSurface wanted, Func<NodeRecord, bool> approvesItself, long now)
    {
        var stored = NodeSql.Find(connection, arrival.NodeId);
        var earlier = NodeSql.RequestOf(connection, arrival.NodeId);
        var node = (stored ?? new NodeRecord { NodeId = arrival.NodeId }) with
        {
            Identity = arrival.Identity,
            LastSeenAt = now,
            LastSeenReason = "connect",
        };
        var plan = new ArrivalPlan
        {
            Node = node,
            NeedsWrite = stored is null || stored.Identity != arrival.Identity || stored.LastSeenAt is not { } seen
                || now < seen || now - seen >= SeenIntervalMs,
        };
        if (wanted.IsEmpty || node.Approved?.Covers(wanted) is true)
        {
            return earlier is null ? plan : plan with { Superseded = earlier, NeedsWrite = true };
        }

        if (approvesItself(node))
        {
            return plan with { Node = node.Approve(wanted, now), Superseded = earlier, IsSelfApproved = true, NeedsWrite = true };
        }

        return earlier is not null && SurfaceOf(earlier).IsSameAs(wanted)
            ? plan with { Pending = earlier }
            : plan with { Pending = Request(arrival, wanted, node, now), Superseded = earlier, IsNewRequest = true, NeedsWrite = true };
    }

    public static NodeSurface SurfaceOf(PendingNode pending) =>
        new() { Caps = pending.Caps ?? [], Commands = pending.Commands ?? [], Permissions = pending.Permissions };

    public void Apply(SqliteConnection connection)
    {
        NodeSql.Save(connection, Node);
        if (Superseded is not null)
        {
            NodeSql.RemoveRequest(connection, Node.NodeId);
        }

        if (IsNewRequest)
        {
            NodeSql.SaveRequest(connection, Pending!);
        }
    }

    private static PendingNode Request(NodeArrival arrival, NodeSurface wanted, NodeRecord node, long now) => new()
    {
        RequestId = Guid.NewGuid().ToString(),
        NodeId = arrival.NodeId,
        ClientId = arrival.Identity.ClientId,
        ClientMode = arrival.Identity.ClientMode,
        DisplayName = node.Name ?? arrival.Identity.DisplayName,
        Platform = arrival.Identity.Platform,
        Version = arrival.Identity.Version,
        DeviceFamily = arrival.Identity.DeviceFamily,
        ModelIdentifier = arrival.Identity.ModelIdentifier,
        RemoteIp = arrival.Identity.RemoteIp,
        Caps = wanted.Caps,
        Commands = wanted.Commands,
        RequiredApproveScopes = CommandPolicy.ScopesToApprove(wanted),
        Permissions = wanted.Permissions,
        Silent = arrival.IsLocal ? true : null,
        IsRepair = node.Approved is not null ? true : null,
        Ts = now,
    };
}
