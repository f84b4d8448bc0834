using System.Text.Json;
using Microsoft.Data.Sqlite;
using OpenClaw.Host.Storage;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Chat;

namespace OpenClaw.Host.Sessions.Transcript;

/// <summary>Statements on the messages table, for work that already runs on a connection.</summary>
internal static class TranscriptSql
{
    /// <summary>Puts a message at the end; its row's number and time are settled here.</summary>
    public static StoredMessage Append(
        SqliteConnection connection, string sessionId, string? runId, TranscriptMessage message, string id, long now)
    {
        var seq = connection.Scalar<long>(
            "SELECT coalesce(max(seq), 0) + 1 FROM messages WHERE session_id = $session", ("$session", sessionId));
        var marks = (message.Marks ?? new TranscriptMarks()) with
        {
            Id = id,
            // The row of a person's message is known by its idempotency key; the run it starts is not part of it.
            RunId = message.Role == MessageRoles.User ? null : runId,
            IdempotencyKey = message.IdempotencyKey,
            RecordTimestampMs = now,
            Seq = seq,
        };
        var body = JsonSerializer.Serialize(message with { Marks = marks }, ProtocolJsonContext.Default.TranscriptMessage);
        connection.Execute(
            """
            INSERT INTO messages (session_id, seq, id, run_id, role, recorded_at, body)
            VALUES ($session, $seq, $id, $run, $role, $now, $body)
            """,
            ("$session", sessionId),
            ("$seq", seq),
            ("$id", id),
            ("$run", runId),
            ("$role", message.Role),
            ("$now", now),
            ("$body", body));
        if (MessageBeginning.Of(message) is { } beginning)
            SessionSql.NoteText(connection, sessionId, message.Role == MessageRoles.User ? beginning : null, beginning);
        return new StoredMessage { Id = id, Seq = seq, RunId = runId, Body = body };
    }

    public static StoredMessage? Find(SqliteConnection connection, string messageId, out string? sessionId)
    {
        string? owner = null;
        var found = connection.Query(
            "SELECT id, seq, run_id, body, session_id FROM messages WHERE id = $id",
            row =>
            {
                owner = row.GetString(4);
                return Read(row);
            },
            ("$id", messageId)).SingleOrDefault();
        sessionId = owner;
        return found;
    }

    public static bool IsEmpty(SqliteConnection connection, string sessionId) =>
        connection.Scalar<long>("SELECT EXISTS (SELECT 1 FROM messages WHERE session_id = $session)", ("$session", sessionId)) == 0;

    public static long Count(SqliteConnection connection, string sessionId) =>
        connection.Scalar<long>("SELECT count(*) FROM messages WHERE session_id = $session", ("$session", sessionId));

    /// <summary>Reads backwards from the newest and gives what it read oldest first.</summary>
    public static List<StoredMessage> Tail(SqliteConnection connection, string sessionId, int limit, long skip)
    {
        var rows = connection.Query(
            """
            SELECT id, seq, run_id, body FROM messages WHERE session_id = $session
            ORDER BY seq DESC LIMIT $limit OFFSET $skip
            """,
            Read,
            ("$session", sessionId),
            ("$limit", limit),
            ("$skip", skip));
        rows.Reverse();
        return rows;
    }

    /// <summary>The messages before one, newest first. Costs the same however long the transcript is.</summary>
    public static List<StoredMessage> Before(SqliteConnection connection, string sessionId, long seq, int limit) =>
        connection.Query(
            "SELECT id, seq, run_id, body FROM messages WHERE session_id = $session AND seq < $seq ORDER BY seq DESC LIMIT $limit",
            Read,
            ("$session", sessionId),
            ("$seq", seq),
            ("$limit", limit));

    private static StoredMessage Read(SqliteDataReader row) =>
        new() { Id = row.GetString(0), Seq = row.GetInt64(1), RunId = row.Text(2), Body = row.GetString(3) };
}
