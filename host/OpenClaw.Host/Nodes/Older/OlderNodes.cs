using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Security.Pairing;
using OpenClaw.Host.Storage;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Nodes;

namespace OpenClaw.Host.Nodes.Older;

/// <summary>
/// The list of nodes that protocol 3 keeps beside its devices: a node, or a program on its behalf, asks, a person approves, and the
/// token that this gives can be asked about. A token of this list opens no connection; devices alone do.
/// </summary>
internal sealed class OlderNodes(SqliteDatabase database, TimeProvider time)
{
    public const int MaxPending = 64;
    public const int MaxPaired = 512;
    public static readonly TimeSpan RequestLifetime = TimeSpan.FromMinutes(5);

    private const int TokenBytes = 16;

    /// <summary>Asks. A node that waits already keeps its request.</summary>
    /// <exception cref="RpcException">The caller may not ask for that node, or too many wait.</exception>
    public ValueTask<(PendingNode Request, bool Created)> AskAsync(PendingNode wanted, RpcCaller caller, CancellationToken cancellationToken)
    {
        if (!DeviceAuthority.MayManage(caller, wanted.NodeId))
        {
            throw RpcException.InvalidRequest("a device without administration asks for itself only");
        }

        var now = Now();
        return database.WriteAsync(
            connection =>
            {
                OlderNodeSql.Expire(connection, now - (long)RequestLifetime.TotalMilliseconds);
                if (OlderNodeSql.RequestOf(connection, wanted.NodeId) is { } waiting)
                {
                    return (waiting, false);
                }

                if (OlderNodeSql.CountRequests(connection) >= MaxPending)
                {
                    throw RpcException.Unavailable($"{MaxPending} nodes wait for a decision already: decide on some, or wait five minutes", retryable: true);
                }

                var request = wanted with
                {
                    RequestId = Guid.NewGuid().ToString(),
                    IsRepair = OlderNodeSql.Find(connection, wanted.NodeId) is not null,
                    Ts = now,
                };
                OlderNodeSql.SaveRequest(connection, request);
                return (request, true);
            },
            cancellationToken);
    }

    public ValueTask<(IReadOnlyList<PendingNode> Pending, IReadOnlyList<PairedNode> Paired)> ListAsync(CancellationToken cancellationToken)
    {
        var oldest = Now() - (long)RequestLifetime.TotalMilliseconds;
        return database.ReadAsync(connection => (OlderNodeSql.Requests(connection, oldest), OlderNodeSql.All(connection)), cancellationToken);
    }

    /// <returns>The node with its token, which is told here and never again; null when this list has no such request.</returns>
    public ValueTask<PairedNode?> ApproveAsync(string requestId, RpcCaller caller, CancellationToken cancellationToken)
    {
        var now = Now();
        var token = RandomNumberGenerator.GetHexString(TokenBytes * 2, lowercase: true);
        return database.WriteAsync(
            connection =>
            {
                if (Take(connection, requestId, caller, now) is not { } request)
                {
                    return null;
                }

                var earlier = OlderNodeSql.Find(connection, request.NodeId);
                if (earlier is null && OlderNodeSql.Count(connection) >= MaxPaired)
                {
                    throw RpcException.Unavailable($"{MaxPaired} nodes are approved already: remove some with node.pair.remove");
                }

                var node = Approved(request, earlier?.Node.CreatedAtMs ?? now, now);
                OlderNodeSql.Save(connection, node, Hash(token));
                return node with { Token = token };
            },
            cancellationToken);
    }

    /// <returns>The node that asked; null when this list has no such request.</returns>
    public ValueTask<string?> RejectAsync(string requestId, RpcCaller caller, CancellationToken cancellationToken)
    {
        var now = Now();
        return database.WriteAsync(connection => Take(connection, requestId, caller, now)?.NodeId, cancellationToken);
    }

    /// <returns>False when this list has no such node, or it is not the caller's to remove.</returns>
    public async ValueTask<bool> RemoveAsync(string nodeId, RpcCaller caller, CancellationToken cancellationToken) =>
        DeviceAuthority.MayManage(caller, nodeId)
        && await database.WriteAsync(connection => OlderNodeSql.Remove(connection, nodeId), cancellationToken);

    /// <returns>The node the token belongs to; null when it is not that node's.</returns>
    public async ValueTask<PairedNode?> VerifyAsync(string nodeId, string token, CancellationToken cancellationToken)
    {
        var stored = await database.ReadAsync(connection => OlderNodeSql.Find(connection, nodeId), cancellationToken);
        return stored is { } known && CryptographicOperations.FixedTimeEquals(known.TokenHash, Hash(token)) ? known.Node with { Token = token } : null;
    }

    private static PendingNode? Take(SqliteConnection connection, string requestId, RpcCaller caller, long now)
    {
        OlderNodeSql.Expire(connection, now - (long)RequestLifetime.TotalMilliseconds);
        if (OlderNodeSql.FindRequest(connection, requestId) is not { } request || !DeviceAuthority.MayManage(caller, request.NodeId))
        {
            return null;
        }

        OlderNodeSql.RemoveRequest(connection, request.NodeId);
        return request;
    }

    private static PairedNode Approved(PendingNode request, long createdAt, long now) => new()
    {
        NodeId = request.NodeId,
        DisplayName = request.DisplayName,
        Platform = request.Platform,
        Version = request.Version,
        CoreVersion = request.CoreVersion,
        UiVersion = request.UiVersion,
        DeviceFamily = request.DeviceFamily,
        ModelIdentifier = request.ModelIdentifier,
        RemoteIp = request.RemoteIp,
        Caps = request.Caps,
        Commands = request.Commands,
        CreatedAtMs = createdAt,
        ApprovedAtMs = now,
    };

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();
}
