using System.Text.Json;
using Microsoft.Data.Sqlite;
using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Sessions;

/// <summary>Statements on the sessions table, for work that already runs on a connection.</summary>
internal static class SessionSql
{
    private const string Columns =
        """
        key, session_id, agent_id, kind, is_main, created_at, updated_at, last_interaction_at, last_activity_at, label,
        status, started_at, ended_at, last_run_id, last_run_error, aborted_last_run, input_tokens, output_tokens,
        total_tokens, provider, model, lifecycle_revision, session_started_at, display_name, category, parent_key,
        archived_at, pinned_at, read_at, marked_unread_at, compactions, first_text, last_text, settings,
        (SELECT group_concat(c.key, char(10)) FROM (SELECT key FROM sessions WHERE parent_key = s.key ORDER BY created_at LIMIT 50) c)
        """;

    public static SessionEntry? Find(SqliteConnection connection, string key) =>
        connection.Query($"SELECT {Columns} FROM sessions s WHERE key = $key", Read, ("$key", key)).SingleOrDefault();

    public static SessionEntry? FindById(SqliteConnection connection, string sessionId) =>
        connection.Query($"SELECT {Columns} FROM sessions s WHERE session_id = $id", Read, ("$id", sessionId)).SingleOrDefault();

    public static SessionEntry? FindByLabel(SqliteConnection connection, string label, string? agentId) =>
        connection.Query(
            $"SELECT {Columns} FROM sessions s WHERE label = $label AND ($agent IS NULL OR agent_id = $agent COLLATE NOCASE)",
            Read,
            ("$label", label),
            ("$agent", agentId)).SingleOrDefault();

    /// <summary>Sessions whose id, or the last part of whose key, begins like that; two are enough to know that it is not unique.</summary>
    public static List<SessionEntry> FindByShortId(SqliteConnection connection, string shortId) =>
        connection.Query(
            $"""
            SELECT {Columns} FROM sessions s
            WHERE substr(session_id, 1, length($id)) = $id OR instr(key, ':dashboard:' || $id) > 0
            ORDER BY updated_at DESC LIMIT 2
            """,
            Read,
            ("$id", shortId.ToLowerInvariant()));

    /// <summary>Gives the session of a key, made now if there is none; nothing else is changed.</summary>
    public static SessionEntry Ensure(SqliteConnection connection, SessionAddress address, string newSessionId, long now)
    {
        connection.Execute(
            """
            INSERT INTO sessions (key, session_id, lifecycle_revision, agent_id, kind, is_main, created_at, updated_at)
            VALUES ($key, $session, $revision, $agent, $kind, $main, $now, $now)
            ON CONFLICT (key) DO NOTHING
            """,
            ("$key", address.Key),
            ("$session", newSessionId),
            ("$revision", Guid.NewGuid().ToString()),
            ("$agent", address.AgentId),
            ("$kind", (int)address.Kind),
            ("$main", address.IsMain ? 1 : 0),
            ("$now", now));
        return Find(connection, address.Key)!;
    }

    /// <summary>Notes that a message came, and brings back a session that was put away. Only a person's counts as a sign of life.</summary>
    public static SessionEntry Touch(SqliteConnection connection, SessionAddress address, string newSessionId, long now, bool byPerson)
    {
        Ensure(connection, address, newSessionId, now);
        connection.Execute(
            """
            UPDATE sessions SET updated_at = $now, last_interaction_at = coalesce($interaction, last_interaction_at), archived_at = NULL,
                session_started_at = coalesce(session_started_at, $now)
            WHERE key = $key
            """,
            ("$key", address.Key),
            ("$interaction", byPerson ? now : null),
            ("$now", now));
        return Find(connection, address.Key)!;
    }

    /// <summary>Writes what people choose; what runs write is left alone.</summary>
    public static void WriteChoices(SqliteConnection connection, SessionEntry entry) =>
        connection.Execute(
            """
            UPDATE sessions SET updated_at = $now, label = $label, display_name = $display, category = $category, parent_key = $parent,
                archived_at = $archived, pinned_at = $pinned, read_at = $read, marked_unread_at = $marked, settings = $settings
            WHERE key = $key
            """,
            ("$now", entry.UpdatedAt),
            ("$label", entry.Label),
            ("$display", entry.DisplayName),
            ("$category", entry.Category),
            ("$parent", entry.ParentKey),
            ("$archived", entry.ArchivedAt),
            ("$pinned", entry.PinnedAt),
            ("$read", entry.ReadAt),
            ("$marked", entry.MarkedUnreadAt),
            ("$settings", JsonSerializer.Serialize(entry.Settings, SessionJsonContext.Default.SessionSettings)),
            ("$key", entry.Key));

    /// <summary>Gives the key an empty transcript; what people chose stays.</summary>
    public static void StartOver(SqliteConnection connection, string key, string newSessionId, long now) =>
        connection.Execute(
            """
            UPDATE sessions SET session_id = $session, lifecycle_revision = $revision, updated_at = $now, session_started_at = $now,
                last_interaction_at = NULL, last_activity_at = NULL, status = NULL, started_at = NULL, ended_at = NULL,
                last_run_id = NULL, last_run_error = NULL, aborted_last_run = 0, input_tokens = 0, output_tokens = 0,
                total_tokens = 0, compactions = 0, first_text = NULL, last_text = NULL, read_at = NULL, marked_unread_at = NULL
            WHERE key = $key
            """,
            ("$session", newSessionId),
            ("$revision", Guid.NewGuid().ToString()),
            ("$now", now),
            ("$key", key));

    public static void Delete(SqliteConnection connection, string key)
    {
        connection.Execute("DELETE FROM sessions WHERE key = $key", ("$key", key));
        SessionRoutes.Forget(connection, key);
    }

    public static void NoteCompaction(SqliteConnection connection, string key, long now) =>
        connection.Execute(
            "UPDATE sessions SET compactions = compactions + 1, updated_at = $now WHERE key = $key", ("$now", now), ("$key", key));

    public static void NoteContext(SqliteConnection connection, string key, long tokens) =>
        connection.Execute("UPDATE sessions SET total_tokens = $tokens WHERE key = $key", ("$tokens", tokens), ("$key", key));

    public static void NoteActivity(SqliteConnection connection, string key, long now) =>
        connection.Execute(
            "UPDATE sessions SET last_activity_at = $now, updated_at = $now WHERE key = $key", ("$now", now), ("$key", key));

    /// <summary>Keeps the beginnings of messages that lists show.</summary>
    public static void NoteText(SqliteConnection connection, string sessionId, string? first, string last) =>
        connection.Execute(
            "UPDATE sessions SET first_text = coalesce(first_text, $first), last_text = $last WHERE session_id = $session",
            ("$first", first),
            ("$last", last),
            ("$session", sessionId));

    public static List<SessionEntry> List(SqliteConnection connection, SessionFilter filter) =>
        connection.Query(
            $"""
            SELECT {Columns} FROM sessions s WHERE {SessionFilter.Condition}
            ORDER BY pinned_at IS NULL, {filter.Order} DESC, key LIMIT $limit OFFSET $offset
            """,
            Read,
            [.. filter.Parameters, ("$limit", filter.Limit), ("$offset", filter.Offset)]);

    public static long Count(SqliteConnection connection, SessionFilter filter) =>
        connection.Scalar<long>($"SELECT count(*) FROM sessions WHERE {SessionFilter.Condition}", [.. filter.Parameters]);

    private static SessionEntry Read(SqliteDataReader row) => new()
    {
        Key = row.GetString(0),
        SessionId = row.GetString(1),
        AgentId = row.GetString(2),
        Kind = (SessionKind)row.GetInt32(3),
        IsMain = row.GetInt64(4) != 0,
        CreatedAt = row.GetInt64(5),
        UpdatedAt = row.GetInt64(6),
        LastInteractionAt = row.Long(7),
        LastActivityAt = row.Long(8),
        Label = row.Text(9),
        Status = row.Text(10),
        StartedAt = row.Long(11),
        EndedAt = row.Long(12),
        LastRunId = row.Text(13),
        LastRunError = row.Text(14),
        AbortedLastRun = row.GetInt64(15) != 0,
        InputTokens = row.GetInt64(16),
        OutputTokens = row.GetInt64(17),
        TotalTokens = row.GetInt64(18),
        Provider = row.Text(19),
        Model = row.Text(20),
        LifecycleRevision = row.GetString(21),
        SessionStartedAt = row.Long(22),
        DisplayName = row.Text(23),
        Category = row.Text(24),
        ParentKey = row.Text(25),
        ArchivedAt = row.Long(26),
        PinnedAt = row.Long(27),
        ReadAt = row.Long(28),
        MarkedUnreadAt = row.Long(29),
        Compactions = row.GetInt64(30),
        FirstText = row.Text(31),
        LastText = row.Text(32),
        Settings = JsonSerializer.Deserialize(row.GetString(33), SessionJsonContext.Default.SessionSettings)!,
        Children = row.Text(34) is { } children ? children.Split('\n') : [],
    };
}
