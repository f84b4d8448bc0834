using Microsoft.Data.Sqlite;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Agents.SystemEvents;

/// <summary>Statements on the events that wait, for work that already runs on a connection.</summary>
internal static class SystemEventSql
{
    public const int MaxPerSession = 20;
    public const int MaxInAll = 2_000;
    public const int MaxTextLength = 8_000;

    /// <summary>Adds an event. One that repeats the newest is merged with it; a full queue gives up its oldest and counts that.</summary>
    public static void Add(SqliteConnection connection, string sessionKey, string text, bool wake, long now)
    {
        var kept = text.Length <= MaxTextLength ? text : string.Concat(text.AsSpan(0, MaxTextLength), " [cut]");
        if (Merge(connection, sessionKey, kept, wake, now))
            return;
        connection.Execute(
            "INSERT INTO system_events (session_key, text, created_at, wake) VALUES ($key, $text, $now, $wake)",
            ("$key", sessionKey),
            ("$text", kept),
            ("$now", now),
            ("$wake", wake ? 1 : 0));
        DropOldest(connection, sessionKey);
        connection.Execute(
            "DELETE FROM system_events WHERE id <= (SELECT id FROM system_events ORDER BY id DESC LIMIT 1 OFFSET $kept)", ("$kept", MaxInAll));
    }

    public static List<SystemEvent> Of(SqliteConnection connection, string sessionKey) =>
        connection.Query(
            "SELECT id, text, created_at, lost FROM system_events WHERE session_key = $key ORDER BY id",
            static row => new SystemEvent(row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.GetInt64(3)),
            ("$key", sessionKey));

    /// <summary>Takes what waits for a session out of the queue.</summary>
    public static List<SystemEvent> Take(SqliteConnection connection, string sessionKey)
    {
        var events = Of(connection, sessionKey);
        if (events.Count > 0)
            connection.Execute("DELETE FROM system_events WHERE session_key = $key", ("$key", sessionKey));
        return events;
    }

    /// <summary>Sessions with events that ask for a turn, those that waited longest first.</summary>
    public static List<WakeRequest> Wakes(SqliteConnection connection) =>
        connection.Query(
            "SELECT session_key, max(id) FROM system_events WHERE wake = 1 GROUP BY session_key ORDER BY min(id)",
            static row => new WakeRequest(row.GetString(0), row.GetInt64(1)));

    /// <summary>The turn was asked for; the events themselves still wait for it.</summary>
    public static void ClearWake(SqliteConnection connection, WakeRequest request) =>
        connection.Execute(
            "UPDATE system_events SET wake = 0 WHERE session_key = $key AND id <= $id", ("$key", request.SessionKey), ("$id", request.LastEventId));

    private static bool Merge(SqliteConnection connection, string sessionKey, string text, bool wake, long now) =>
        connection.Execute(
            """
            UPDATE system_events SET created_at = $now, wake = max(wake, $wake)
            WHERE id = (SELECT max(id) FROM system_events WHERE session_key = $key) AND text = $text
            """,
            ("$key", sessionKey),
            ("$text", text),
            ("$now", now),
            ("$wake", wake ? 1 : 0)) > 0;

    private static void DropOldest(SqliteConnection connection, string sessionKey)
    {
        if (Of(connection, sessionKey) is not { Count: > MaxPerSession } events)
            return;
        connection.Execute("DELETE FROM system_events WHERE id = $id", ("$id", events[0].Id));
        connection.Execute("UPDATE system_events SET lost = lost + $lost WHERE id = $id", ("$id", events[1].Id), ("$lost", events[0].Lost + 1));
    }
}
