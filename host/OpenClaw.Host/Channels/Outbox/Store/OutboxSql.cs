using System.Text.Json;
using Microsoft.Data.Sqlite;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Channels.Outbox.Store;

/// <summary>Statements that put rows in and find them, for work that already runs on a connection.</summary>
internal static class OutboxSql
{
    public const string Columns =
        "id, key, kind, channel, account, destination, fingerprint, state, parts_sent, parts, message_ids, chat_id, attempts, due_at, "
        + "created_at, expires_at, ended_at, code, reason, run_id, session_key";

    /// <summary>Puts a message in. False when its key is known already; then nothing changes.</summary>
    public static bool Add(SqliteConnection connection, OutboxEntry entry, TimeSpan lifetime, long now)
    {
        var content = JsonSerializer.Serialize(entry.Content, OutboxJsonContext.Default.OutboundContent);
        return connection.Execute(
            """
            INSERT INTO outbox (key, kind, channel, account, destination, fingerprint, content, state, due_at, created_at, expires_at, run_id, session_key)
            VALUES ($key, $kind, $channel, $account, $destination, $fingerprint, $content, 0, $now, $now, $expires, $run, $session)
            ON CONFLICT (key) DO NOTHING
            """,
            ("$key", entry.Key),
            ("$kind", entry.Kind),
            ("$channel", entry.Channel),
            ("$account", entry.AccountId),
            ("$destination", entry.Content.Destination),
            ("$fingerprint", FingerprintOf(entry, content)),
            ("$content", content),
            ("$now", now),
            ("$expires", now + (long)(entry.Lifetime ?? lifetime).TotalMilliseconds),
            ("$run", entry.RunId),
            ("$session", entry.SessionKey)) == 1;
    }

    public static string FingerprintOf(OutboxEntry entry) =>
        FingerprintOf(entry, JsonSerializer.Serialize(entry.Content, OutboxJsonContext.Default.OutboundContent));

    public static OutboxRow? Find(SqliteConnection connection, long id) =>
        connection.Query($"SELECT {Columns} FROM outbox WHERE id = $id", Read, ("$id", id)).SingleOrDefault();

    public static OutboxRow? FindByKey(SqliteConnection connection, string key) =>
        connection.Query($"SELECT {Columns} FROM outbox WHERE key = $key", Read, ("$key", key)).SingleOrDefault();

    public static long CountWaiting(SqliteConnection connection) => connection.Scalar<long>("SELECT count(*) FROM outbox WHERE ended_at IS NULL");

    public static OutboxRow Read(SqliteDataReader row) => new()
    {
        Id = row.GetInt64(0),
        Key = row.GetString(1),
        Kind = row.GetString(2),
        Channel = row.GetString(3),
        AccountId = row.GetString(4),
        Destination = row.GetString(5),
        Fingerprint = row.GetString(6),
        State = (OutboxState)row.GetInt32(7),
        PartsSent = row.GetInt32(8),
        Parts = row.GetInt32(9),
        MessageIds = JsonSerializer.Deserialize(row.GetString(10), OutboxJsonContext.Default.IReadOnlyListString) ?? [],
        ChatId = row.Text(11),
        Attempts = row.GetInt32(12),
        DueAt = row.GetInt64(13),
        CreatedAt = row.GetInt64(14),
        ExpiresAt = row.GetInt64(15),
        EndedAt = row.Long(16),
        Code = row.Text(17),
        Reason = row.Text(18),
        RunId = row.Text(19),
        SessionKey = row.Text(20),
    };

    private static string FingerprintOf(OutboxEntry entry, string content) =>
        OutboxKeys.Fingerprint($"{entry.Channel}\n{entry.AccountId}\n{content}");
}
