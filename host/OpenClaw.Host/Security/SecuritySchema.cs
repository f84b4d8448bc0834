using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Security;

/// <summary>The tables of the room. Times are milliseconds since 1970; lists of scopes and roles are words with spaces between.</summary>
internal static class SecuritySchema
{
    private const string First =
        """
        CREATE TABLE devices (
            device_id TEXT PRIMARY KEY,
            public_key TEXT NOT NULL,
            display_name TEXT,
            label TEXT,
            platform TEXT,
            device_family TEXT,
            client_id TEXT,
            client_mode TEXT,
            role TEXT NOT NULL,
            roles TEXT NOT NULL,
            scopes TEXT NOT NULL,
            remote_ip TEXT,
            approved_via TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            approved_at INTEGER NOT NULL,
            last_seen_at INTEGER,
            last_seen_reason TEXT
        ) STRICT;

        CREATE TABLE device_tokens (
            device_id TEXT NOT NULL REFERENCES devices (device_id) ON DELETE CASCADE,
            role TEXT NOT NULL,
            salt BLOB NOT NULL,
            scopes TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            rotated_at INTEGER,
            revoked_at INTEGER,
            last_used_at INTEGER,
            PRIMARY KEY (device_id, role)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE pairing_requests (
            request_id TEXT PRIMARY KEY,
            device_id TEXT NOT NULL UNIQUE,
            public_key TEXT NOT NULL,
            display_name TEXT,
            platform TEXT,
            device_family TEXT,
            client_id TEXT,
            client_mode TEXT,
            role TEXT NOT NULL,
            roles TEXT NOT NULL,
            scopes TEXT NOT NULL,
            remote_ip TEXT,
            source TEXT NOT NULL,
            is_repair INTEGER NOT NULL,
            requested_at INTEGER NOT NULL,
            retried_at INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE setup_codes (
            setup_id TEXT PRIMARY KEY,
            token_hash BLOB NOT NULL UNIQUE,
            access TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            expires_at INTEGER NOT NULL,
            used_at INTEGER,
            device_id TEXT,
            device_name TEXT,
            delivered_at INTEGER
        ) STRICT;
        """;

    private const string Second = "ALTER TABLE device_tokens ADD COLUMN narrowed INTEGER NOT NULL DEFAULT 0;";

    public static IReadOnlyList<Migration> Migrations { get; } = [new Migration("security", 1, First), new Migration("security", 2, Second)];
}
