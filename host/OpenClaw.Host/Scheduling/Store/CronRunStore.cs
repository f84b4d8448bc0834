using Microsoft.Data.Sqlite;
using OpenClaw.Host.Agents.Delivery;
using OpenClaw.Host.Scheduling.Delivery;
using OpenClaw.Host.Scheduling.Jobs;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Scheduling.Store;

/// <summary>
/// Runs on disk. A run is written down in the transaction that moves its job on, and ended in the one that holds what it did:
/// a process that dies in between leaves a run that the next one takes up under the same name.
/// </summary>
internal sealed class CronRunStore(
    SqliteDatabase database, ScheduleClock clock, CronNotices notices, SchedulingLimits limits, TimeProvider time, IChatPosts? posts = null)
{
    private const int MostLookedAt = 100;

    public ValueTask<List<CronRun>> OpenAsync(CancellationToken cancellationToken) => database.ReadAsync(CronSql.OpenRuns, cancellationToken);

    /// <summary>Begins the runs of jobs that are due.</summary>
    /// <param name="turns">How many of them may have an agent do something.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public ValueTask<List<CronRun>> BeginDueAsync(int turns, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection =>
            {
                var now = time.UnixMs;
                var runs = new List<CronRun>();
                foreach (var job in CronSql.Due(connection, now))
                {
                    if (job.Payload.Kind == CronKinds.AgentTurn && turns-- <= 0)
                        continue;
                    runs.Add(Begin(connection, CronRun.Due(job, now)));
                }

                return runs;
            },
            cancellationToken);

    /// <summary>
    /// Plans anew what was planned before the clock was set back by more than a little: such jobs would be silent for as long as it was.
    /// </summary>
    public async ValueTask<int> ReplanAsync(CancellationToken cancellationToken)
    {
        var now = time.UnixMs;
        var lost = await database.ReadAsync(connection => CronSql.All(connection).Where(job => IsLost(job, now)).ToList(), cancellationToken);
        if (lost.Count == 0)
            return 0;
        return await database.WriteAsync(
            connection =>
            {
                var replanned = 0;
                foreach (var job in lost.Select(job => CronSql.Find(connection, job.Id)).OfType<CronJob>().Where(job => IsLost(job, now)))
                {
                    if (NextAfter(job, now) is not { } next || next >= job.State.NextRunAtMs)
                        continue;
                    CronSql.Save(connection, job with { State = job.State with { NextRunAtMs = next } });
                    replanned++;
                }

                return replanned;
            },
            cancellationToken);
    }

    private bool IsLost(CronJob job, long now) =>
        job is { Enabled: true, RunsOnce: false } && job.State.NextRunAtMs > now && ScheduleClock.LastKnown(job) > now + (long)limits.Setback.TotalMilliseconds;

    /// <summary>Begins a run that a person asked for; nothing when the job does not exist.</summary>
    public ValueTask<ManualRun?> BeginManualAsync(string jobId, string runId, string mode, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection =>
            {
                if (CronSql.Find(connection, jobId) is not { } job)
                    return null;
                var refusal = CronSql.IsRunning(connection, jobId) ? "already-running"
                    : mode == "due" && !(job.State.NextRunAtMs <= time.UnixMs) ? "not-due"
                    : mode == "if-enabled" && !job.Enabled ? "disabled"
                    : null;
                return refusal is not null
                    ? new ManualRun(null, refusal)
                    : new ManualRun(Begin(connection, CronRun.Manual(job, runId, time.UnixMs)), null);
            },
            cancellationToken);

    /// <summary>Leaves out what fell due while nobody was there to run it.</summary>
    public ValueTask<List<CronEnding>> SkipDueAsync(CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection => CronSql.Due(connection, time.UnixMs)
                .Select(job => End(
                    connection,
                    Begin(connection, CronRun.Due(job, time.UnixMs)),
                    CronOutcome.Skipped("it fell due while the gateway was not running, and cron.skipMissedJobs is set")))
                .ToList(),
            cancellationToken);

    /// <summary>Ends a run, together with what it does to the database; nothing when it has ended already.</summary>
    public async ValueTask<CronEnding?> EndAsync(
        CronRun run, CronOutcome outcome, Action<SqliteConnection>? effect, CancellationToken cancellationToken)
    {
        var ending = await database.WritePatientlyAsync(
            connection =>
            {
                if (!CronSql.IsOpen(connection, run.RunId))
                    return null;
                effect?.Invoke(connection);
                return End(connection, run, outcome);
            },
            cancellationToken);
        notices.Staged();
        return ending;
    }

    /// <summary>Looks what became of results that were on their way to chats when their runs ended.</summary>
    public async ValueTask SettleDeliveriesAsync(string? jobId, CancellationToken cancellationToken)
    {
        if (posts is null)
            return;
        var settled = await database.ReadAsync(
            connection => CronSql.Undecided(connection, jobId, MostLookedAt)
                .Where(static run => run.Job.Webhook is null)
                .Select(run => (run.RunId, Arrived: posts.HasArrived(connection, run.AgentRunId)))
                .Where(static run => run.Arrived is not null)
                .ToList(),
            cancellationToken);
        if (settled.Count == 0)
            return;
        await database.WriteAsync(
            connection =>
            {
                foreach (var (runId, arrived) in settled)
                    CronSql.NoteDelivery(connection, runId, arrived!.Value);
            },
            cancellationToken);
    }

    private CronRun Begin(SqliteConnection connection, CronRun run)
    {
        // A run by hand leaves the plan alone, unless the job was due anyway.
        var isDue = run.Job.State.NextRunAtMs <= run.RunAt;
        var next = isDue ? NextAfter(run.Job, run.RunAt) : run.Job.State.NextRunAtMs;
        var begun = run with { Job = run.Job with { State = run.Job.State with { NextRunAtMs = next, RunningAtMs = run.RunAt } } };
        CronSql.Save(connection, begun.Job);
        CronSql.Begin(connection, begun);
        return begun;
    }

    private long? NextAfter(CronJob job, long moment)
    {
        try
        {
            return clock.Next(job, moment);
        }
        catch (InvalidJobException)
        {
            // It could be read when it was stored; its time zone has left this machine. This run is its last until somebody corrects it.
            return null;
        }
    }

    private CronEnding End(SqliteConnection connection, CronRun run, CronOutcome outcome)
    {
        var now = time.UnixMs;
        // The job may have been changed or removed while it ran.
        var current = CronSql.Find(connection, run.Job.Id);
        var job = notices.Judge(JobEnd.After(current ?? run.Job, run, outcome, now), now, out var isNews);
        var removed = current is not null && outcome.IsOk && job.RunsOnce && job.DeleteAfterRun != false;
        var entry = JobEnd.EntryOf(job, run, outcome, now);
        CronSql.End(connection, entry);
        job = notices.Stage(connection, job, entry, isNews);
        if (removed)
            CronSql.Delete(connection, job.Id);
        else if (current is not null)
            CronSql.Save(connection, job);
        CronSql.Prune(connection, job.Id, limits.KeptRunsPerJob, now - (long)limits.KeptRunsFor.TotalMilliseconds);
        return new CronEnding(entry, job, removed);
    }
}
