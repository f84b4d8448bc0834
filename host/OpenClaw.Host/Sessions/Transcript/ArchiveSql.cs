using Microsoft.Data.Sqlite;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Sessions.Transcript;

/// <summary>Transcripts without a session: their rows stay where they are, a row beside them says whose they were.</summary>
internal static class ArchiveSql
{
    /// <summary>Notes where a transcript came from. An empty one is not worth a row.</summary>
    public static void Keep(SqliteConnection connection, string transcriptId, SessionEntry owner, string reason, long now, bool alsoEmpty = false)
    {
        if (!alsoEmpty && TranscriptSql.IsEmpty(connection, transcriptId))
            return;
        connection.Execute(
            """
            INSERT INTO archived_transcripts (session_id, session_key, agent_id, reason, archived_at)
            VALUES ($session, $key, $agent, $reason, $now)
            """,
            ("$session", transcriptId),
            ("$key", owner.Key),
            ("$agent", owner.AgentId),
            ("$reason", reason),
            ("$now", now));
    }

    /// <summary>Moves the oldest messages into a transcript of their own; numbers stay as they are.</summary>
    public static void MoveOldest(SqliteConnection connection, string sessionId, string archiveId, long count) =>
        connection.Execute(
            """
            UPDATE messages SET session_id = $archive WHERE session_id = $session
            AND seq <= (SELECT seq FROM messages WHERE session_id = $session ORDER BY seq LIMIT 1 OFFSET $last)
            """,
            ("$archive", archiveId),
            ("$session", sessionId),
            ("$last", count - 1));

    /// <summary>Decides what becomes of all transcripts of a session that goes, and gives the newest of them.</summary>
    public static List<string> Settle(SqliteConnection connection, string sessionKey, string reason, long now)
    {
        connection.Execute(
            "UPDATE archived_transcripts SET reason = $reason, archived_at = $now WHERE session_key = $key AND reason <> $kept",
            ("$reason", reason),
            ("$now", now),
            ("$key", sessionKey),
            ("$kept", ArchiveReasons.Kept));
        return connection.Query(
            "SELECT session_id FROM archived_transcripts WHERE session_key = $key AND reason = $reason ORDER BY rowid DESC LIMIT 100",
            static row => row.GetString(0),
            ("$key", sessionKey),
            ("$reason", reason));
    }

    /// <summary>Whose transcript this was; nothing when it is not archived.</summary>
    public static string? OwnerOf(SqliteConnection connection, string transcriptId) =>
        connection.Scalar<string>("SELECT session_key FROM archived_transcripts WHERE session_id = $session", ("$session", transcriptId));
}
