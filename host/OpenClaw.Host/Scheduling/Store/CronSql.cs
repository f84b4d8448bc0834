using System.Text.Json;
using Microsoft.Data.Sqlite;
using OpenClaw.Host.Scheduling.Jobs;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Scheduling.Store;

/// <summary>Statements on jobs and runs, for work that already runs on a connection.</summary>
internal static class CronSql
{
    private const string IsWaiting =
        """
        enabled = 1 AND next_run_at IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM cron_runs WHERE job_id = cron_jobs.id AND ended_at IS NULL)
        """;

    public static CronJob? Find(SqliteConnection connection, string id) =>
        connection.Query("SELECT body FROM cron_jobs WHERE id = $id", ReadJob, ("$id", id)).SingleOrDefault();

    /// <summary>Every job. The cap on their number bounds the list.</summary>
    public static List<CronJob> All(SqliteConnection connection) => connection.Query("SELECT body FROM cron_jobs ORDER BY rowid", ReadJob);

    public static long Count(SqliteConnection connection) => connection.Scalar<long>("SELECT count(*) FROM cron_jobs");

    public static string? IdOfDeclaration(SqliteConnection connection, string declarationKey) =>
        connection.Scalar<string>("SELECT id FROM cron_jobs WHERE declaration_key = $key", ("$key", declarationKey));

    /// <summary>Jobs that are due and not running, those that waited longest first.</summary>
    public static List<CronJob> Due(SqliteConnection connection, long now) =>
        connection.Query(
            $"SELECT body FROM cron_jobs WHERE next_run_at <= $now AND {IsWaiting} ORDER BY next_run_at, rowid", ReadJob, ("$now", now));

    /// <summary>When the next job is due that does not run already; 0 for none.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="turns">Whether jobs count that have an agent do something.</param>
    public static long NextDue(SqliteConnection connection, bool turns = true) =>
        connection.Scalar<long>(
            $"SELECT min(next_run_at) FROM cron_jobs WHERE {IsWaiting} AND ($turns = 1 OR json_extract(body, '$.payload.kind') <> $turn)",
            ("$turns", turns ? 1 : 0),
            ("$turn", CronKinds.AgentTurn));

    public static void Save(SqliteConnection connection, CronJob job) =>
        connection.Execute(
            """
            INSERT INTO cron_jobs (id, declaration_key, enabled, next_run_at, body) VALUES ($id, $key, $enabled, $next, $body)
            ON CONFLICT (id) DO UPDATE SET declaration_key = $key, enabled = $enabled, next_run_at = $next, body = $body
            """,
            ("$id", job.Id),
            ("$key", job.DeclarationKey),
            ("$enabled", job.Enabled ? 1 : 0),
            ("$next", job.State.NextRunAtMs),
            ("$body", Text(job)));

    public static void Delete(SqliteConnection connection, string id) => connection.Execute("DELETE FROM cron_jobs WHERE id = $id", ("$id", id));

    public static bool IsRunning(SqliteConnection connection, string jobId) =>
        connection.Scalar<long>("SELECT count(*) FROM cron_runs WHERE job_id = $id AND ended_at IS NULL", ("$id", jobId)) > 0;

    /// <summary>Runs that have not ended, oldest first.</summary>
    public static List<CronRun> OpenRuns(SqliteConnection connection) =>
        connection.Query("SELECT run_id, job, run_at, token FROM cron_runs WHERE ended_at IS NULL ORDER BY rowid", ReadRun);

    public static bool IsOpen(SqliteConnection connection, string runId) =>
        connection.Scalar<long>("SELECT count(*) FROM cron_runs WHERE run_id = $id AND ended_at IS NULL", ("$id", runId)) == 1;

    public static void Begin(SqliteConnection connection, CronRun run) =>
        connection.Execute(
            "INSERT INTO cron_runs (run_id, job_id, job, token, run_at) VALUES ($id, $job, $body, $token, $at)",
            ("$id", run.RunId),
            ("$job", run.Job.Id),
            ("$body", Text(run.Job)),
            ("$token", run.Token),
            ("$at", run.RunAt));

    public static void End(SqliteConnection connection, CronRunEntry entry) =>
        connection.Execute(
            "UPDATE cron_runs SET ended_at = $ended, status = $status, entry = $entry WHERE run_id = $id",
            ("$ended", entry.Ts),
            ("$status", entry.Status),
            ("$entry", JsonSerializer.Serialize(entry, SchedulingJsonContext.Default.CronRunEntry)),
            ("$id", entry.RunId));

    /// <summary>Notes what became of a run's result, with the run and with its job as long as that run is its last.</summary>
    public static void NoteDelivery(SqliteConnection connection, string runId, bool arrived)
    {
        var status = arrived ? CronKinds.Delivered : CronKinds.NotDelivered;
        connection.Execute(
            """
            UPDATE cron_runs SET entry = json_set(entry, '$.deliveryStatus', $status, '$.delivered', json($delivered))
            WHERE run_id = $id AND entry IS NOT NULL
            """,
            ("$status", status),
            ("$delivered", arrived ? "true" : "false"),
            ("$id", runId));
        connection.Execute(
            """
            UPDATE cron_jobs SET body = json_set(body, '$.state.lastDeliveryStatus', $status)
            WHERE id = (SELECT job_id FROM cron_runs WHERE run_id = $id)
                AND json_extract(body, '$.state.lastRunAtMs') = (SELECT run_at FROM cron_runs WHERE run_id = $id)
            """,
            ("$status", status),
            ("$id", runId));
    }

    /// <summary>Ended runs of which nobody has looked yet whether their result arrived, the newest first.</summary>
    /// <remarks>The condition is word for word that of the index, which holds those few of a long history alone.</remarks>
    public static List<CronRun> Undecided(SqliteConnection connection, string? jobId, int most) =>
        connection.Query(
            """
            SELECT run_id, job, run_at, token FROM cron_runs INDEXED BY cron_runs_undecided
            WHERE CASE WHEN json_valid(entry) THEN json_extract(entry, '$.deliveryStatus') END = 'unknown'
                AND ended_at IS NOT NULL AND ($job IS NULL OR job_id = $job)
            ORDER BY rowid DESC LIMIT $most
            """,
            ReadRun,
            ("$job", jobId),
            ("$most", most));

    /// <summary>Drops what is old or too much of one job's history.</summary>
    public static void Prune(SqliteConnection connection, string jobId, int kept, long oldest)
    {
        connection.Execute(
            "DELETE FROM cron_runs WHERE rowid IN (SELECT rowid FROM cron_runs WHERE ended_at < $oldest ORDER BY ended_at LIMIT 500)", ("$oldest", oldest));
        connection.Execute(
            """
            DELETE FROM cron_runs WHERE job_id = $id AND ended_at IS NOT NULL AND rowid <=
                (SELECT rowid FROM cron_runs WHERE job_id = $id AND ended_at IS NOT NULL ORDER BY rowid DESC LIMIT 1 OFFSET $kept)
            """,
            ("$id", jobId),
            ("$kept", kept));
    }

    private static string Text(CronJob job) => JsonSerializer.Serialize(job, SchedulingJsonContext.Default.CronJob);

    private static CronJob ReadJob(SqliteDataReader row) => JsonSerializer.Deserialize(row.GetString(0), SchedulingJsonContext.Default.CronJob)!;

    private static CronRun ReadRun(SqliteDataReader row) => new(
        row.GetString(0), JsonSerializer.Deserialize(row.GetString(1), SchedulingJsonContext.Default.CronJob)!, row.GetInt64(2), row.GetString(3));
}
