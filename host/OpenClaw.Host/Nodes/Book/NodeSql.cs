using System.Text.Json;
using Microsoft.Data.Sqlite;
using OpenClaw.Host.Storage;
using OpenClaw.Protocol.Nodes;

namespace OpenClaw.Host.Nodes.Book;

/// <summary>Statements on nodes and their requests. There is no more than one of each per device.</summary>
internal static class NodeSql
{
    public static NodeRecord? Find(SqliteConnection connection, string nodeId) =>
        connection.Query("SELECT document FROM nodes WHERE node_id = $id", ReadNode, ("$id", nodeId)).FirstOrDefault();

    public static IReadOnlyList<NodeRecord> All(SqliteConnection connection) => connection.Query("SELECT document FROM nodes", ReadNode);

    public static void Save(SqliteConnection connection, NodeRecord node) => connection.Execute(
        "INSERT INTO nodes (node_id, document) VALUES ($id, $document) ON CONFLICT (node_id) DO UPDATE SET document = $document",
        ("$id", node.NodeId),
        ("$document", JsonSerializer.Serialize(node, NodesJsonContext.Default.NodeRecord)));

    public static void Remove(SqliteConnection connection, string nodeId)
    {
        connection.Execute("DELETE FROM nodes WHERE node_id = $id", ("$id", nodeId));
        RemoveRequest(connection, nodeId);
    }

    public static PendingNode? FindRequest(SqliteConnection connection, string requestId) =>
        connection.Query("SELECT document FROM node_requests WHERE request_id = $id", ReadRequest, ("$id", requestId)).FirstOrDefault();

    public static PendingNode? RequestOf(SqliteConnection connection, string nodeId) =>
        connection.Query("SELECT document FROM node_requests WHERE node_id = $id", ReadRequest, ("$id", nodeId)).FirstOrDefault();

    public static IReadOnlyList<PendingNode> AllRequests(SqliteConnection connection) =>
        [.. connection.Query("SELECT document FROM node_requests", ReadRequest).OrderByDescending(static request => request.Ts)];

    public static void SaveRequest(SqliteConnection connection, PendingNode request)
    {
        RemoveRequest(connection, request.NodeId);
        connection.Execute(
            "INSERT INTO node_requests (request_id, node_id, document) VALUES ($id, $node, $document)",
            ("$id", request.RequestId),
            ("$node", request.NodeId),
            ("$document", JsonSerializer.Serialize(request, NodesJsonContext.Default.PendingNode)));
    }

    public static void RemoveRequest(SqliteConnection connection, string nodeId) =>
        connection.Execute("DELETE FROM node_requests WHERE node_id = $id", ("$id", nodeId));

    private static NodeRecord ReadNode(SqliteDataReader row) =>
        JsonSerializer.Deserialize(row.GetString(0), NodesJsonContext.Default.NodeRecord)!;

    private static PendingNode ReadRequest(SqliteDataReader row) =>
        JsonSerializer.Deserialize(row.GetString(0), NodesJsonContext.Default.PendingNode)!;
}
