using Microsoft.Data.Sqlite;
using OpenClaw.Host.Scheduling.Store;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Scheduling.Delivery;

/// <summary>Statements on calls that wait, for work that already runs on a connection.</summary>
internal static class WebhookSql
{
    public const int MaxAttempts = 6;
    public const int MaxWaiting = 1_000;

    private const string Columns = "id, key, url, body, run_id, attempts";

    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(60),
    ];

    /// <summary>Stores a call. A queue that is full gives up its oldest.</summary>
    public static void Add(SqliteConnection connection, string key, string url, string body, string? runId, long now)
    {
        connection.Execute(
            "INSERT INTO webhook_deliveries (key, url, body, run_id, due_at) VALUES ($key, $url, $body, $run, $now) ON CONFLICT (key) DO NOTHING",
            ("$key", key),
            ("$url", url),
            ("$body", body),
            ("$run", runId),
            ("$now", now));
        var displaced = connection.Query(
            $"SELECT {Columns} FROM webhook_deliveries WHERE id <= (SELECT id FROM webhook_deliveries ORDER BY id DESC LIMIT 1 OFFSET $kept)",
            Read,
            ("$kept", MaxWaiting));
        foreach (var delivery in displaced)
            End(connection, delivery, arrived: false);
    }

    /// <summary>Calls whose time has come. What lies further ahead than any pause was put off before the clock was set back.</summary>
    public static List<WebhookDelivery> Due(SqliteConnection connection, long now, int most) =>
        connection.Query(
            $"SELECT {Columns} FROM webhook_deliveries WHERE due_at <= $now OR due_at > $now + $far ORDER BY due_at, id LIMIT $most",
            Read,
            ("$now", now),
            ("$far", 2 * (long)Pauses[^1].TotalMilliseconds),
            ("$most", most));

    /// <summary>When the next call is due; 0 for none.</summary>
    public static long NextDue(SqliteConnection connection) => connection.Scalar<long>("SELECT min(due_at) FROM webhook_deliveries");

    /// <summary>The call is over, for better or for worse; the run it belongs to says so.</summary>
    public static void End(SqliteConnection connection, WebhookDelivery delivery, bool arrived)
    {
        connection.Execute("DELETE FROM webhook_deliveries WHERE id = $id", ("$id", delivery.Id));
        if (delivery.RunId is { } run)
            CronSql.NoteDelivery(connection, run, arrived);
    }

    /// <summary>Puts a call off after a failure.</summary>
    /// <returns>Whether it is tried again.</returns>
    public static bool PutOff(SqliteConnection connection, WebhookDelivery delivery, long now)
    {
        var attempts = delivery.Attempts + 1;
        if (attempts >= MaxAttempts)
        {
            End(connection, delivery, arrived: false);
            return false;
        }

        connection.Execute(
            "UPDATE webhook_deliveries SET attempts = $attempts, due_at = $due WHERE id = $id",
            ("$attempts", attempts),
            ("$due", now + (long)Pauses[Math.Min(attempts, Pauses.Length) - 1].TotalMilliseconds),
            ("$id", delivery.Id));
        return true;
    }

    private static WebhookDelivery Read(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.IsDBNull(4) ? null : row.GetString(4), row.GetInt32(5));
}
