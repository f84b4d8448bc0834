using Microsoft.Data.Sqlite;
using OpenClaw.Host.Sessions.Transcript;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Sessions.Maintenance;

/// <summary>Statements of the upkeep, for work that already runs on a connection.</summary>
internal static class MaintenanceSql
{
    // What a message takes beside its body: ids, times and its places in two indexes.
    private const string Size = "length(CAST(body AS BLOB)) + 200";

    // Main sessions, pinned ones, the one somebody looks at and those with open runs are nobody's to remove.
    private const string Removable =
        """
        is_main = 0 AND pinned_at IS NULL AND kind <> $global AND key <> $active AND ($agent IS NULL OR agent_id = $agent COLLATE NOCASE)
        AND NOT EXISTS (SELECT 1 FROM runs r WHERE r.session_key = sessions.key AND r.ended_at IS NULL)
        """;

    // A turn that no person asked for may still be at work in the transcript that a new conversation left behind.
    private const string Due =
        """
        reason <> $kept AND archived_at < $before
        AND NOT EXISTS (SELECT 1 FROM runs r WHERE r.session_id = archived_transcripts.session_id AND r.ended_at IS NULL)
        """;

    public static long Count(SqliteConnection connection) => connection.Scalar<long>("SELECT count(*) FROM sessions");

    /// <summary>Sessions that may go and were last used before that time, oldest first.</summary>
    public static List<string> Oldest(SqliteConnection connection, MaintenanceRequest request, long before, int limit) =>
        connection.Query(
            $"SELECT key FROM sessions WHERE updated_at < $before AND {Removable} ORDER BY updated_at, key LIMIT $limit",
            static row => row.GetString(0),
            [.. Parameters(request), ("$before", before), ("$limit", limit)]);

    public static long CountRemovable(SqliteConnection connection, MaintenanceRequest request, long before) =>
        connection.Scalar<long>($"SELECT count(*) FROM sessions WHERE updated_at < $before AND {Removable}", [.. Parameters(request), ("$before", before)]);

    /// <summary>The oldest transcript without a session from before that time; those that people wanted kept aside.</summary>
    public static string? OldestArchive(SqliteConnection connection, long before) =>
        connection.Scalar<string>(
            $"SELECT session_id FROM archived_transcripts WHERE {Due} ORDER BY archived_at, rowid LIMIT 1",
            ("$kept", ArchiveReasons.Kept),
            ("$before", before));

    public static long CountArchives(SqliteConnection connection, long before) =>
        connection.Scalar<long>($"SELECT count(*) FROM archived_transcripts WHERE {Due}", ("$kept", ArchiveReasons.Kept), ("$before", before));

    /// <summary>Drops messages of a transcript without a session, the rest of it with the last of them.</summary>
    /// <returns>How many messages, about how many bytes they took, and whether that was all.</returns>
    public static (int Rows, long Bytes, bool IsGone) Drop(SqliteConnection connection, string transcriptId, int limit)
    {
        var sizes = connection.Query(
            $"DELETE FROM messages WHERE rowid IN (SELECT rowid FROM messages WHERE session_id = $id LIMIT $limit) RETURNING {Size}",
            static row => row.GetInt64(0),
            ("$id", transcriptId),
            ("$limit", limit));
        var bytes = sizes.Sum();
        if (sizes.Count == limit)
            return (limit, bytes, false);
        connection.Execute("DELETE FROM compactions WHERE session_id = $id", ("$id", transcriptId));
        connection.Execute("DELETE FROM archived_transcripts WHERE session_id = $id", ("$id", transcriptId));
        return (sizes.Count, bytes, true);
    }

    /// <summary>Bytes of the file that hold something.</summary>
    public static long BytesInUse(SqliteConnection connection) =>
        (connection.Scalar<long>("PRAGMA page_count") - connection.Scalar<long>("PRAGMA freelist_count")) * connection.Scalar<long>("PRAGMA page_size");

    /// <summary>
    /// About how many bytes transcripts take of the file, which also holds what other rooms keep. Reads all of them: only for a file
    /// that is too large.
    /// </summary>
    public static long BytesHeld(SqliteConnection connection) => connection.Scalar<long>(
        $"SELECT coalesce(sum({Size}), 0) FROM messages");

    private static (string, object?)[] Parameters(MaintenanceRequest request) =>
        [("$global", (int)SessionKind.Global), ("$active", request.ActiveKey ?? string.Empty), ("$agent", request.AgentId)];
}
