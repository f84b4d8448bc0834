using Microsoft.Data.Sqlite;
using OpenClaw.Channels;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Channels.Drafts;

/// <summary>Statements on the messages that show drafts: each is on disk as long as it has to be taken away one day.</summary>
internal static class DraftSql
{
    public const string Schema =
        """
        CREATE TABLE drafts (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            run_id TEXT NOT NULL,
            channel TEXT NOT NULL,
            account TEXT NOT NULL,
            chat_id TEXT NOT NULL,
            chat_kind INTEGER NOT NULL,
            thread_id TEXT,
            message_id TEXT NOT NULL,
            boot_id TEXT NOT NULL,
            is_over INTEGER NOT NULL DEFAULT 0,
            created_at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX drafts_by_run ON drafts (run_id);
        """;

    public static void Add(SqliteConnection connection, string runId, ReplyRoute route, string messageId, BootId boot, long now) =>
        connection.Execute(
            """
            INSERT INTO drafts (run_id, channel, account, chat_id, chat_kind, thread_id, message_id, boot_id, created_at)
            VALUES ($run, $channel, $account, $chat, $kind, $thread, $message, $boot, $now)
            """,
            ("$run", runId),
            ("$channel", route.Channel),
            ("$account", route.AccountId),
            ("$chat", route.ChatId),
            ("$kind", (int)route.ChatKind),
            ("$thread", route.ThreadId),
            ("$message", messageId),
            ("$boot", boot.Value),
            ("$now", now));

    /// <summary>The answer takes their place.</summary>
    public static void Forget(SqliteConnection connection, string runId, IReadOnlyList<string> messageIds)
    {
        foreach (var id in messageIds)
            connection.Execute("DELETE FROM drafts WHERE run_id = $run AND message_id = $message", ("$run", runId), ("$message", id));
    }

    /// <summary>The run is over: they go once its answer has been sent.</summary>
    public static void End(SqliteConnection connection, string runId) =>
        connection.Execute("UPDATE drafts SET is_over = 1 WHERE run_id = $run", ("$run", runId));

    public static void Remove(SqliteConnection connection, long id) => connection.Execute("DELETE FROM drafts WHERE id = $id", ("$id", id));

    /// <summary>Those that nothing keeps any more: their run is over or died with its process, and its answer waits no longer.</summary>
    public static List<StaleDraft> Stale(SqliteConnection connection, BootId boot, int limit) =>
        connection.Query(
            """
            SELECT id, channel, account, chat_id, chat_kind, thread_id, message_id, created_at FROM drafts
            WHERE (is_over = 1 OR boot_id <> $boot)
                AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.key = 'run:' || drafts.run_id AND outbox.ended_at IS NULL)
            ORDER BY id LIMIT $limit
            """,
            static row => new StaleDraft(
                row.GetInt64(0),
                row.GetString(1),
                row.GetString(2),
                new ChatAddress(row.GetString(3), (ChatKind)row.GetInt32(4), row.Text(5)),
                row.GetString(6),
                row.GetInt64(7)),
            ("$boot", boot.Value),
            ("$limit", limit));
}
