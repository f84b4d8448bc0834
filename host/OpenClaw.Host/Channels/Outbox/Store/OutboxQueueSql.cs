using Microsoft.Data.Sqlite;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Channels.Outbox.Store;

/// <summary>Statements that say whose turn it is.</summary>
internal static class OutboxQueueSql
{
    // A clock that was set back must not hold anything up: what never waited is due, and nothing waits longer than the longest wait.
    private const string IsDue = "state = 0 AND (due_at <= $now OR code IS NULL OR due_at > $now + $far)";

    /// <summary>Accounts for which something waits. The configuration bounds how many there are.</summary>
    public static List<(string Channel, string AccountId)> Accounts(SqliteConnection connection) => connection.Query(
        "SELECT DISTINCT channel, account FROM outbox WHERE ended_at IS NULL", static row => (row.GetString(0), row.GetString(1)));

    /// <summary>Destinations of an account whose oldest open message is due, the longest waiting first.</summary>
    public static List<OutboxPlace> Places(SqliteConnection connection, string channel, string accountId, long now, int limit, TimeSpan longest) => connection.Query(
        $"""
        SELECT destination FROM outbox AS head
        JOIN (SELECT min(id) AS oldest_id FROM outbox WHERE ended_at IS NULL AND channel = $channel AND account = $account GROUP BY destination) AS oldest
            ON head.id = oldest.oldest_id
        WHERE {IsDue}
        ORDER BY due_at, head.id LIMIT $limit
        """,
        row => new OutboxPlace(channel, accountId, row.GetString(0)),
        ("$channel", channel),
        ("$account", accountId),
        ("$now", now),
        ("$limit", limit),
        ("$far", (long)longest.TotalMilliseconds));

    /// <summary>The oldest open message of one destination, if it is due.</summary>
    public static long? Next(SqliteConnection connection, OutboxPlace place, long now, TimeSpan longest) => connection.Query<long?>(
        $"""
        SELECT CASE WHEN {IsDue} THEN id END FROM outbox
        WHERE ended_at IS NULL AND channel = $channel AND account = $account AND destination = $destination
        ORDER BY id LIMIT 1
        """,
        static row => row.IsDBNull(0) ? null : row.GetInt64(0),
        ("$channel", place.Channel),
        ("$account", place.AccountId),
        ("$destination", place.Destination),
        ("$now", now),
        ("$far", (long)longest.TotalMilliseconds)).FirstOrDefault();

    public static List<long> Expired(SqliteConnection connection, long now, int limit) => connection.Query(
        "SELECT id FROM outbox WHERE ended_at IS NULL AND state = 0 AND expires_at <= $now LIMIT $limit",
        static row => row.GetInt64(0),
        ("$now", now),
        ("$limit", limit));

    /// <summary>When something falls due or expires next; null when nothing does.</summary>
    public static long? NextMoment(SqliteConnection connection, long now) => connection.Query<long?>(
        """
        SELECT min(moment) FROM (
            SELECT min(due_at) AS moment FROM outbox WHERE ended_at IS NULL AND due_at > $now
            UNION ALL SELECT min(expires_at) FROM outbox WHERE ended_at IS NULL AND expires_at > $now)
        """,
        static row => row.IsDBNull(0) ? null : row.GetInt64(0),
        ("$now", now)).FirstOrDefault();
}
