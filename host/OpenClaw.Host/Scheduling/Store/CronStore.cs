using Microsoft.Data.Sqlite;
using OpenClaw.Host.Scheduling.Jobs;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Scheduling.Store;

/// <summary>Jobs on disk, and how people change them. Each change is one transaction.</summary>
internal sealed class CronStore(SqliteDatabase database, ScheduleClock clock, SchedulingLimits limits, TimeProvider time)
{
    public string Path => database.Path;

    public ValueTask<List<CronJob>> AllAsync(CancellationToken cancellationToken) => database.ReadAsync(CronSql.All, cancellationToken);

    public ValueTask<CronJob?> FindAsync(string id, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => CronSql.Find(connection, id), cancellationToken);

    public ValueTask<RunPage> RunsAsync(RunFilter filter, CancellationToken cancellationToken) => database.ReadAsync(filter.Read, cancellationToken);

    /// <exception cref="InvalidJobException">There are too many jobs, or one with the same declaration.</exception>
    public ValueTask<CronJob> AddAsync(CronJob job, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection =>
            {
                if (CronSql.Count(connection) >= limits.MaxJobs)
                    throw new InvalidJobException($"there are {limits.MaxJobs} jobs already; remove one with cron.remove first");
                if (job.DeclarationKey is { } key && CronSql.IdOfDeclaration(connection, key) is { } known)
                    throw new InvalidJobException($"declarationKey \"{key}\" belongs to the job {known} already; change that one with cron.update");
                var added = Activated(job);
                CronSql.Save(connection, added);
                return added;
            },
            cancellationToken);

    /// <summary>Changes a job; nothing when it does not exist.</summary>
    /// <exception cref="InvalidJobException">The change was refused.</exception>
    public ValueTask<CronJob?> UpdateAsync(string id, Func<CronJob, CronJob> change, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection =>
            {
                if (CronSql.Find(connection, id) is not { } job)
                    return null;
                var changed = change(job) with { UpdatedAtMs = time.UnixMs };
                if (changed.Enabled != job.Enabled || changed.Schedule != job.Schedule)
                    changed = Activated(changed with { State = changed.State with { ScheduleActivatedAtMs = changed.UpdatedAtMs, ConsecutiveErrors = null } });
                CronSql.Save(connection, changed);
                return changed;
            },
            cancellationToken);

    /// <summary>Removes a job and gives what it was. A run at work goes on to its end.</summary>
    public ValueTask<CronJob?> RemoveAsync(string id, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection =>
            {
                var job = CronSql.Find(connection, id);
                if (job is not null)
                    CronSql.Delete(connection, id);
                return job;
            },
            cancellationToken);

    public ValueTask<long> NextDueAsync(bool turns, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => CronSql.NextDue(connection, turns), cancellationToken);

    private CronJob Activated(CronJob job)
    {
        // A moment that has passed already is due now: nobody schedules something in order to miss it.
        var next = !job.Enabled ? null
            : job.RunsOnce ? ScheduleClock.AtMs(job.Schedule)
            : clock.Next(job.Schedule, job.Id, time.UnixMs);
        return job with { State = job.State with { NextRunAtMs = next } };
    }
}
