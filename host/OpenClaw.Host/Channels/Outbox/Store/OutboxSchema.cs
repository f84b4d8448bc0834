using OpenClaw.Host.Channels.Drafts;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Channels.Outbox.Store;

/// <summary>The table of the outbox. Times are milliseconds since 1970.</summary>
internal static class OutboxSchema
{
    // The content goes when the message is sent; the fingerprint stays, so that its key still tells two requests apart.
    private const string First =
        """
        CREATE TABLE outbox (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            key TEXT NOT NULL UNIQUE,
            kind TEXT NOT NULL,
            channel TEXT NOT NULL,
            account TEXT NOT NULL,
            destination TEXT NOT NULL,
            fingerprint TEXT NOT NULL,
            content TEXT NOT NULL,
            plan TEXT,
            state INTEGER NOT NULL,
            parts_sent INTEGER NOT NULL DEFAULT 0,
            parts INTEGER NOT NULL DEFAULT 0,
            message_ids TEXT NOT NULL DEFAULT '[]',
            chat_id TEXT,
            attempts INTEGER NOT NULL DEFAULT 0,
            repeatable INTEGER NOT NULL DEFAULT 0,
            due_at INTEGER NOT NULL,
            created_at INTEGER NOT NULL,
            expires_at INTEGER NOT NULL,
            ended_at INTEGER,
            code TEXT,
            reason TEXT,
            boot_id TEXT,
            run_id TEXT,
            session_key TEXT
        ) STRICT;
        CREATE INDEX outbox_open ON outbox (channel, account, destination, id) WHERE ended_at IS NULL;
        CREATE INDEX outbox_due ON outbox (due_at) WHERE ended_at IS NULL;
        CREATE INDEX outbox_expiry ON outbox (expires_at) WHERE ended_at IS NULL;
        CREATE INDEX outbox_attempting ON outbox (boot_id) WHERE state = 1;
        CREATE INDEX outbox_ended ON outbox (state, ended_at) WHERE ended_at IS NOT NULL;
        """;

    public static IReadOnlyList<Migration> Migrations { get; } = [new Migration("outbox", 1, First), new Migration("outbox", 2, DraftSql.Schema)];
}
