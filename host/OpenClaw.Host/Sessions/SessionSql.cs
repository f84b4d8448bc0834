using Microsoft.Data.Sqlite;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Sessions;

/// <summary>Statements on the sessions table, for work that already runs on a connection.</summary>
internal static class SessionSql
{
    private const string Columns =
        """
        key, session_id, agent_id, kind, is_main, created_at, updated_at, last_interaction_at, last_activity_at, label,
        status, started_at, ended_at, last_run_id, last_run_error, aborted_last_run, input_tokens, output_tokens,
        total_tokens, provider, model
        """;

    public static SessionEntry? Find(SqliteConnection connection, string key) =>
        connection.Query($"SELECT {Columns} FROM sessions WHERE key = $key", Read, ("$key", key)).SingleOrDefault();

    public static SessionEntry? FindById(SqliteConnection connection, string sessionId) =>
        connection.Query($"SELECT {Columns} FROM sessions WHERE session_id = $id", Read, ("$id", sessionId)).SingleOrDefault();

    /// <summary>Gives the session of a key, made now if this is its first message.</summary>
    public static SessionEntry Touch(SqliteConnection connection, SessionAddress address, string newSessionId, long now)
    {
        connection.Execute(
            """
            INSERT INTO sessions (key, session_id, agent_id, kind, is_main, created_at, updated_at, last_interaction_at)
            VALUES ($key, $session, $agent, $kind, $main, $now, $now, $now)
            ON CONFLICT (key) DO UPDATE SET updated_at = $now, last_interaction_at = $now
            """,
            ("$key", address.Key),
            ("$session", newSessionId),
            ("$agent", address.AgentId),
            ("$kind", (int)address.Kind),
            ("$main", address.IsMain ? 1 : 0),
            ("$now", now));
        return Find(connection, address.Key)!;
    }

    public static List<SessionEntry> List(SqliteConnection connection, SessionFilter filter) =>
        connection.Query(
            $"""
            SELECT {Columns} FROM sessions WHERE {SessionFilter.Condition}
            ORDER BY updated_at DESC, key LIMIT $limit OFFSET $offset
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
    };
}
