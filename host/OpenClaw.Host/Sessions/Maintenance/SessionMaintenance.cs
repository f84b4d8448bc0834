using Microsoft.Data.Sqlite;
using OpenClaw.Hooks;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model.Sessions;
using OpenClaw.Host.Sessions.Feed;
using OpenClaw.Host.Sessions.Lives;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Sessions.Maintenance;

/// <summary>
/// Keeps sessions and their transcripts within <c>session.maintenance</c>. Everything goes in small transactions, each of which leaves
/// a whole state behind: a session goes in one, its messages after it.
/// </summary>
internal sealed partial class SessionMaintenance(
    SqliteDatabase database,
    SessionFeed feed,
    IConfigSource configuration,
    MaintenanceLimits limits,
    TimeProvider time,
    ILogger<SessionMaintenance> logger,
    ISessionWatcher? watcher = null) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);

    public async ValueTask<MaintenanceReport> RunAsync(MaintenanceRequest request, CancellationToken cancellationToken)
    {
        var rules = configuration.Current.Session.Maintenance;
        var report = await database.ReadAsync(connection => Look(connection, request, rules), cancellationToken);
        if (request.DryRun)
            return report;
        if (!rules.Enforce && !request.Enforce)
        {
            if (!report.IsNothing || report.BytesBefore > rules.MaxDiskBytes)
                LogWarned(logger, report.Pruned, report.Capped, report.Archives, report.BytesBefore);
            return report;
        }

        await _one.WaitAsync(cancellationToken);
        try
        {
            return await ApplyAsync(request, rules, report, cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private MaintenanceReport Look(SqliteConnection connection, MaintenanceRequest request, SessionMaintenanceConfig rules)
    {
        var count = MaintenanceSql.Count(connection);
        var pruned = MaintenanceSql.CountRemovable(connection, request, Before(rules.PruneAfter));
        var others = MaintenanceSql.CountRemovable(connection, request, long.MaxValue) - pruned;
        var capped = Math.Clamp(count - pruned - rules.MaxEntries, 0, others);
        var bytes = MaintenanceSql.BytesInUse(connection);
        return new MaintenanceReport
        {
            Mode = rules.Enforce ? "enforce" : "warn",
            DryRun = request.DryRun,
            BeforeCount = count,
            AfterCount = count - pruned - capped,
            Pruned = pruned,
            Capped = capped,
            Archives = rules.ArchiveRetention is { } kept ? MaintenanceSql.CountArchives(connection, Before(kept)) : 0,
            BytesBefore = bytes,
            BytesAfter = bytes,
        };
    }

    private async ValueTask<MaintenanceReport> ApplyAsync(
        MaintenanceRequest request, SessionMaintenanceConfig rules, MaintenanceReport report, CancellationToken cancellationToken)
    {
        var pruned = await RemoveAsync(request, Before(rules.PruneAfter), static (_, _) => long.MaxValue, rules, cancellationToken);
        var capped = await RemoveAsync(request, long.MaxValue, static (connection, rules) => MaintenanceSql.Count(connection) - rules.MaxEntries, rules, cancellationToken);
        var archives = rules.ArchiveRetention is { } kept ? await DropAsync(Before(kept), static () => true, static _ => { }, cancellationToken) : 0;
        var evicted = 0L;
        var held = 0L;
        if (await UsedAsync(cancellationToken) > rules.MaxDiskBytes)
        {
            held = await database.ReadAsync(MaintenanceSql.BytesHeld, cancellationToken);
            if (held > rules.MaxDiskBytes)
            {
                (evicted, var dropped, held) = await EvictAsync(request, rules, held, cancellationToken);
                archives += dropped;
            }
        }

        var (count, bytes) = await database.ReadAsync(static connection => (MaintenanceSql.Count(connection), MaintenanceSql.BytesInUse(connection)), cancellationToken);
        report = report with { Applied = true, AfterCount = count, Pruned = pruned, Capped = capped, Evicted = evicted, Archives = archives, BytesAfter = bytes };
        if (!report.IsNothing)
            LogDone(logger, pruned, capped, evicted, archives, bytes);
        if (bytes > rules.MaxDiskBytes)
            LogStillFull(logger, bytes, rules.MaxDiskBytes, held);
        return report;
    }

    // By what sessions hold, not by the file: what other rooms keep in it is not made less by removing sessions.
    private async ValueTask<(long Evicted, long Archives, long Held)> EvictAsync(
        MaintenanceRequest request, SessionMaintenanceConfig rules, long held, CancellationToken cancellationToken)
    {
        bool TooFull() => held > rules.HighWaterBytes;
        void Freed(long bytes) => held -= bytes;
        var evicted = 0L;
        var archives = await DropAsync(long.MaxValue, TooFull, Freed, cancellationToken);
        // A session's messages go before the next session does: nobody loses more than it takes.
        while (TooFull() && await RemoveAsync(request, long.MaxValue, static (_, _) => 1, rules, cancellationToken, most: 1) > 0)
        {
            evicted++;
            archives += await DropAsync(long.MaxValue, TooFull, Freed, cancellationToken);
        }

        return (evicted, archives, held);
    }

    /// <summary>Removes sessions, the oldest first, as long as there are too many of them.</summary>
    private async ValueTask<long> RemoveAsync(
        MaintenanceRequest request,
        long before,
        Func<SqliteConnection, SessionMaintenanceConfig, long> tooMany,
        SessionMaintenanceConfig rules,
        CancellationToken cancellationToken,
        long most = long.MaxValue)
    {
        var removed = 0L;
        while (removed < most)
        {
            var gone = await database.WriteAsync(connection => RemoveSlice(connection, request, before, Math.Min(most - removed, tooMany(connection, rules))), cancellationToken);
            if (gone.Count == 0)
                break;
            removed += gone.Count;
            feed.Removed(gone);
            gone.ForEach(session => watcher.Tell(session, after: null, SessionEndReason.Removed));
            await PauseAsync(cancellationToken);
        }

        return removed;
    }

    private List<SessionEntry> RemoveSlice(SqliteConnection connection, MaintenanceRequest request, long before, long most)
    {
        var gone = new List<SessionEntry>();
        if (most <= 0)
            return gone;
        var started = time.GetTimestamp();
        foreach (var key in MaintenanceSql.Oldest(connection, request, before, (int)Math.Min(limits.SliceRows, most)))
        {
            if (gone.Count > 0 && time.GetElapsedTime(started) >= limits.SliceTime)
                break;
            if (SessionSql.Find(connection, key) is not { } entry)
                continue;
            SessionEditor.Remove(connection, entry, keepTranscript: false, time.UnixMs);
            gone.Add(entry);
        }

        return gone;
    }

    /// <summary>Drops transcripts without a session, the oldest first, as long as it is worth it.</summary>
    private async ValueTask<long> DropAsync(long before, Func<bool> goesOn, Action<long> freed, CancellationToken cancellationToken)
    {
        var dropped = 0L;
        while (goesOn() && await database.WriteAsync(connection => DropSlice(connection, before), cancellationToken) is (var gone, var bytes))
        {
            dropped += gone;
            freed(bytes);
            await PauseAsync(cancellationToken);
        }

        return dropped;
    }

    private (int Gone, long Bytes)? DropSlice(SqliteConnection connection, long before)
    {
        var started = time.GetTimestamp();
        var left = limits.SliceRows;
        (int Gone, long Bytes)? slice = null;
        while (left > 0 && time.GetElapsedTime(started) < limits.SliceTime && MaintenanceSql.OldestArchive(connection, before) is { } transcript)
        {
            var (rows, bytes, isGone) = MaintenanceSql.Drop(connection, transcript, left);
            left -= rows + 1;
            slice = ((slice?.Gone ?? 0) + (isGone ? 1 : 0), (slice?.Bytes ?? 0) + bytes);
        }

        return slice;
    }

    private ValueTask<long> UsedAsync(CancellationToken cancellationToken) => database.ReadAsync(MaintenanceSql.BytesInUse, cancellationToken);

    private Task PauseAsync(CancellationToken cancellationToken) =>
        limits.Pause > TimeSpan.Zero ? Task.Delay(limits.Pause, time, cancellationToken) : Task.CompletedTask;

    private long Before(TimeSpan age) => (time.GetUtcNow() - age).ToUnixTimeMilliseconds();

    [LoggerMessage(3510, LogLevel.Information,
        "Sessions were tidied: {Pruned} unused, {Capped} too many, {Evicted} for room, {Archives} old transcripts; {Bytes} bytes are in use.")]
    private static partial void LogDone(ILogger logger, long pruned, long capped, long evicted, long archives, long bytes);

    [LoggerMessage(3511, LogLevel.Warning,
        "Nothing is removed, because session.maintenance.mode is warn: {Pruned} sessions are unused, {Capped} too many, {Archives} transcripts old; {Bytes} bytes are in use.")]
    private static partial void LogWarned(ILogger logger, long pruned, long capped, long archives, long bytes);

    [LoggerMessage(3512, LogLevel.Warning,
        "The database holds {Bytes} bytes, more than session.maintenance.maxDiskBytes ({Most}); {Held} of them are of sessions, and no more of those may be removed.")]
    private static partial void LogStillFull(ILogger logger, long bytes, long most, long held);
}
