using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Sessions.Transcript;

/// <summary>Keeps the summaries of transcripts.</summary>
internal sealed class CompactionStore(SqliteDatabase database, TimeProvider time)
{
    /// <summary>The summary that counts now.</summary>
    public ValueTask<Compaction?> LatestAsync(string sessionId, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => connection.Query(
                """
                SELECT first_kept_seq, summary, cause, tokens_before, tokens_after, created_at FROM compactions
                WHERE session_id = $session ORDER BY id DESC LIMIT 1
                """,
                row => new Compaction
                {
                    SessionId = sessionId,
                    FirstKeptSeq = row.GetInt64(0),
                    Summary = row.GetString(1),
                    Cause = row.GetString(2),
                    TokensBefore = row.GetInt64(3),
                    TokensAfter = row.GetInt64(4),
                    CreatedAt = row.GetInt64(5),
                },
                ("$session", sessionId)).SingleOrDefault(),
            cancellationToken);

    /// <summary>How much lies behind a summary, as it is stored.</summary>
    public ValueTask<TranscriptSize> SizeAsync(string sessionId, long firstSeq, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => connection.Query(
                """
                SELECT coalesce(sum(length(body)), 0), coalesce(sum(length(CAST(body AS BLOB))), 0), count(*)
                FROM messages WHERE session_id = $session AND seq >= $first
                """,
                static row => new TranscriptSize(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)),
                ("$session", sessionId),
                ("$first", firstSeq)).Single(),
            cancellationToken);

    /// <summary>Stores a summary and counts it.</summary>
    /// <returns>False where the session has another transcript by now.</returns>
    public ValueTask<bool> AddAsync(string sessionKey, Compaction compaction, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection =>
            {
                if (SessionSql.Find(connection, sessionKey)?.SessionId != compaction.SessionId)
                    return false;
                var now = time.UnixMs;
                connection.Execute(
                    """
                    INSERT INTO compactions (session_id, first_kept_seq, summary, cause, tokens_before, tokens_after, created_at)
                    VALUES ($session, $first, $summary, $cause, $before, $after, $now)
                    """,
                    ("$session", compaction.SessionId),
                    ("$first", compaction.FirstKeptSeq),
                    ("$summary", compaction.Summary),
                    ("$cause", compaction.Cause),
                    ("$before", compaction.TokensBefore),
                    ("$after", compaction.TokensAfter),
                    ("$now", now));
                SessionSql.NoteCompaction(connection, sessionKey, now);
                SessionSql.NoteContext(connection, sessionKey, compaction.TokensAfter);
                return true;
            },
            cancellationToken);
}
