using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Scheduling;

/// <summary>The tables of the room. A run is written before anything happens, and ended together with what it did.</summary>
internal static class SchedulingSchema
{
    private const string First =
        """
        CREATE TABLE cron_jobs (
            id TEXT PRIMARY KEY,
            declaration_key TEXT UNIQUE,
            enabled INTEGER NOT NULL,
            next_run_at INTEGER,
            body TEXT NOT NULL
        ) STRICT;
        CREATE INDEX cron_jobs_due ON cron_jobs (next_run_at) WHERE enabled = 1 AND next_run_at IS NOT NULL;

        CREATE TABLE cron_runs (
            run_id TEXT PRIMARY KEY,
            job_id TEXT NOT NULL,
            job TEXT NOT NULL,
            token TEXT NOT NULL,
            run_at INTEGER NOT NULL,
            ended_at INTEGER,
            status TEXT,
            entry TEXT
        ) STRICT;
        CREATE INDEX cron_runs_open ON cron_runs (job_id) WHERE ended_at IS NULL;
        CREATE INDEX cron_runs_by_end ON cron_runs (job_id, ended_at) WHERE ended_at IS NOT NULL;
        """;

    // What is too old is looked for at the end of every run.
    private const string Second = "CREATE INDEX cron_runs_by_age ON cron_runs (ended_at) WHERE ended_at IS NOT NULL;";

    private const string Third =
        """
        CREATE TABLE webhook_deliveries (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            key TEXT NOT NULL UNIQUE,
            url TEXT NOT NULL,
            body TEXT NOT NULL,
            run_id TEXT,
            attempts INTEGER NOT NULL DEFAULT 0,
            due_at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX webhook_deliveries_due ON webhook_deliveries (due_at);
        """;

    // Asked for with every look at the history. What cannot be read as JSON is nobody's to decide, and no reason to fail.
    private const string Fourth =
        """
        CREATE INDEX cron_runs_undecided ON cron_runs (job_id)
            WHERE CASE WHEN json_valid(entry) THEN json_extract(entry, '$.deliveryStatus') END = 'unknown';
        """;

    public static IReadOnlyList<Migration> Migrations { get; } =
    [
        new Migration("scheduling", 1, First),
        new Migration("scheduling", 2, Second),
        new Migration("scheduling", 3, Third),
        new Migration("scheduling", 4, Fourth),
    ];
}
