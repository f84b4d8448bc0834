using System.Text.Json;
using Microsoft.Data.Sqlite;
using OpenClaw.Host.Storage;
using OpenClaw.Protocol.Nodes;

namespace OpenClaw.Host.Nodes.Older;

/// <summary>Statements on the nodes of protocol 3 and their requests.</summary>
internal static class OlderNodeSql
{
    public static (PairedNode Node, byte[] TokenHash)? Find(SqliteConnection connection, string nodeId) =>
        connection.Query(
            "SELECT document, token_hash FROM older_nodes WHERE node_id = $id",
            static row => (ReadNode(row), row.GetFieldValue<byte[]>(1)),
            ("$id", nodeId)) is [var found, ..] ? found : null;

    public static IReadOnlyList<PairedNode> All(SqliteConnection connection) =>
        [.. connection.Query("SELECT document FROM older_nodes", ReadNode).OrderByDescending(static node => node.ApprovedAtMs)];

    public static long Count(SqliteConnection connection) => connection.Scalar<long>("SELECT count(*) FROM older_nodes");

    public static void Save(SqliteConnection connection, PairedNode node, byte[] tokenHash) => connection.Execute(
        """
        INSERT INTO older_nodes (node_id, token_hash, document) VALUES ($id, $hash, $document)
        ON CONFLICT (node_id) DO UPDATE SET token_hash = $hash, document = $document
        """,
        ("$id", node.NodeId),
        ("$hash", tokenHash),
        ("$document", JsonSerializer.Serialize(node, NodesJsonContext.Default.PairedNode)));

    public static bool Remove(SqliteConnection connection, string nodeId)
    {
        RemoveRequest(connection, nodeId);
        return connection.Execute("DELETE FROM older_nodes WHERE node_id = $id", ("$id", nodeId)) > 0;
    }

    public static IReadOnlyList<PendingNode> Requests(SqliteConnection connection, long since) => connection.Query(
        "SELECT document FROM older_node_requests WHERE asked_at > $since ORDER BY asked_at DESC", ReadRequest, ("$since", since));

    public static PendingNode? RequestOf(SqliteConnection connection, string nodeId) =>
        connection.Query("SELECT document FROM older_node_requests WHERE node_id = $id", ReadRequest, ("$id", nodeId)).FirstOrDefault();

    public static PendingNode? FindRequest(SqliteConnection connection, string requestId) =>
        connection.Query("SELECT document FROM older_node_requests WHERE request_id = $id", ReadRequest, ("$id", requestId)).FirstOrDefault();

    public static long CountRequests(SqliteConnection connection) => connection.Scalar<long>("SELECT count(*) FROM older_node_requests");

    public static void SaveRequest(SqliteConnection connection, PendingNode request) => connection.Execute(
        "INSERT INTO older_node_requests (node_id, request_id, asked_at, document) VALUES ($node, $id, $at, $document)",
        ("$node", request.NodeId),
        ("$id", request.RequestId),
        ("$at", request.Ts),
        ("$document", JsonSerializer.Serialize(request, NodesJsonContext.Default.PendingNode)));

    public static void RemoveRequest(SqliteConnection connection, string nodeId) =>
        connection.Execute("DELETE FROM older_node_requests WHERE node_id = $id", ("$id", nodeId));

    public static void Expire(SqliteConnection connection, long before) =>
        connection.Execute("DELETE FROM older_node_requests WHERE asked_at <= $before", ("$before", before));

    private static PairedNode ReadNode(SqliteDataReader row) => JsonSerializer.Deserialize(row.GetString(0), NodesJsonContext.Default.PairedNode)!;

    private static PendingNode ReadRequest(SqliteDataReader row) => JsonSerializer.Deserialize(row.GetString(0), NodesJsonContext.Default.PendingNode)!;
}
