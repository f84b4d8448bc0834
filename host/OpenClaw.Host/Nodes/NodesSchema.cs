using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Nodes;

/// <summary>
/// The tables of the room. A node is a device with commands, so what is kept of it goes in the transaction that removes the device:
/// a device that is paired again must not find the rights of its earlier life.
/// </summary>
internal static class NodesSchema
{
    private const string First =
        """
        CREATE TABLE nodes (
            node_id TEXT PRIMARY KEY,
            document TEXT NOT NULL
        ) STRICT;

        CREATE TABLE node_requests (
            request_id TEXT PRIMARY KEY,
            node_id TEXT NOT NULL UNIQUE,
            document TEXT NOT NULL
        ) STRICT;

        CREATE TRIGGER node_goes_with_its_device AFTER DELETE ON devices BEGIN
            DELETE FROM nodes WHERE node_id = OLD.device_id;
            DELETE FROM node_requests WHERE node_id = OLD.device_id;
        END;
        """;

    // The list that protocol 3 keeps beside its devices. Only a hash of each token is kept.
    private const string Second =
        """
        CREATE TABLE older_nodes (
            node_id TEXT PRIMARY KEY,
            token_hash BLOB NOT NULL,
            document TEXT NOT NULL
        ) STRICT;

        CREATE TABLE older_node_requests (
            node_id TEXT PRIMARY KEY,
            request_id TEXT NOT NULL UNIQUE,
            asked_at INTEGER NOT NULL,
            document TEXT NOT NULL
        ) STRICT;
        """;

    private const string Third =
        """
        CREATE TABLE voice_wake (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            triggers TEXT NOT NULL,
            updated_at INTEGER NOT NULL
        ) STRICT;
        """;

    public static IReadOnlyList<Migration> Migrations { get; } = [new Migration("nodes", 1, First), new Migration("nodes", 2, Second), new Migration("nodes", 3, Third)];
}
