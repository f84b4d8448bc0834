using Microsoft.Data.Sqlite;
using OpenClaw.Hooks;
using OpenClaw.Host.Sessions.Lives;
using OpenClaw.Host.Sessions.Resets;
using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Host.Sessions.Transcript;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Sessions;

/// <summary>Changes sessions on request. Each change is one transaction that checks first and then writes all or nothing.</summary>
internal sealed class SessionEditor(SqliteDatabase database, TimeProvider time, ISessionWatcher? watcher = null)
{
    /// <summary>Makes a session, or changes it if there is one already.</summary>
    /// <param name="address">Which.</param>
    /// <param name="change">Gives the session as it has to be; throws to refuse. The second argument tells whether it is new.</param>
    /// <param name="cancellationToken">Gives up while the change waits for its turn.</param>
    /// <exception cref="SessionConflictException">The label belongs to another session.</exception>
    public async ValueTask<SessionEntry> EditAsync(
        SessionAddress address, Func<SessionEntry, bool, SessionEntry> change, CancellationToken cancellationToken)
    {
        SessionEntry? before = null;
        var after = await database.WriteAsync(
            connection =>
            {
                var now = time.UnixMs;
                before = SessionSql.Find(connection, address.Key);
                var entry = SessionSql.Ensure(connection, address, NewId(), now);
                var changed = change(entry, before is null);
                if (changed == entry)
                    return entry;
                if (changed.Label is { } label && SessionSql.FindByLabel(connection, label, agentId: null) is { } other && other.Key != entry.Key)
                    throw new SessionConflictException($"label already in use: {label}");
                SessionSql.WriteChoices(connection, changed with { UpdatedAt = now });
                return SessionSql.Find(connection, entry.Key)!;
            },
            cancellationToken);
        watcher.Tell(before, after, SessionEndReason.Reset);
        return after;
    }

    /// <summary>Gives the key an empty transcript and keeps the old one.</summary>
    /// <returns>The session, or nothing while runs of it have not ended.</returns>
    public async ValueTask<SessionEntry?> ResetAsync(SessionAddress address, Action<SessionEntry> check, CancellationToken cancellationToken)
    {
        SessionEntry? before = null;
        var after = await database.WriteAsync<SessionEntry?>(
            connection =>
            {
                var now = time.UnixMs;
                before = SessionSql.Find(connection, address.Key);
                var entry = SessionSql.Ensure(connection, address, NewId(), now);
                check(entry);
                if (IsBusy(connection, entry))
                    return null;
                SessionRestart.StartOver(connection, entry, NewId(), now);
                return SessionSql.Find(connection, entry.Key);
            },
            cancellationToken);
        if (after is not null)
            watcher.Tell(before, after, SessionEndReason.Reset);
        return after;
    }

    /// <summary>Drops a session and keeps its transcript for a while, or for good.</summary>
    public async ValueTask<SessionRemoval> DeleteAsync(
        string key, bool keepTranscript, SessionEndReason reason, Action<SessionEntry> check, CancellationToken cancellationToken)
    {
        var removal = await database.WriteAsync(
            connection =>
            {
                if (SessionSql.Find(connection, key) is not { } entry)
                    return SessionRemoval.Missing;
                check(entry);
                if (IsBusy(connection, entry))
                    return SessionRemoval.Busy;
                return new SessionRemoval(entry, IsBusy: false) { Transcripts = Remove(connection, entry, keepTranscript, time.UnixMs) };
            },
            cancellationToken);
        watcher.Tell(removal.Deleted, after: null, reason);
        return removal;
    }

    /// <summary>Drops a session inside a transaction; its transcripts stay behind it.</summary>
    /// <returns>The newest transcripts that will go in their time.</returns>
    public static IReadOnlyList<string> Remove(SqliteConnection connection, SessionEntry entry, bool keepTranscript, long now)
    {
        ArchiveSql.Keep(connection, entry.SessionId, entry, ArchiveReasons.Deleted, now);
        var transcripts = ArchiveSql.Settle(connection, entry.Key, keepTranscript ? ArchiveReasons.Kept : ArchiveReasons.Deleted, now);
        SessionSql.Delete(connection, entry.Key);
        return keepTranscript ? [] : transcripts;
    }

    /// <summary>Leaves only the newest messages in the transcript and keeps the others aside.</summary>
    public ValueTask<Truncation> TruncateAsync(string key, long keep, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection =>
            {
                var entry = SessionSql.Find(connection, key) ?? throw new SessionConflictException($"No session found: {key}");
                if (IsBusy(connection, entry))
                    throw new SessionConflictException($"{key} is at work; abort its runs or wait for them, then compact it");
                var total = TranscriptSql.Count(connection, entry.SessionId);
                if (total <= keep)
                    return new Truncation(total, Archive: null);
                var now = time.UnixMs;
                var archive = NewId();
                ArchiveSql.MoveOldest(connection, entry.SessionId, archive, total - keep);
                ArchiveSql.Keep(connection, archive, entry, ArchiveReasons.Compacted, now);
                SessionSql.NoteCompaction(connection, key, now);
                return new Truncation(keep, archive);
            },
            cancellationToken);

    private static bool IsBusy(SqliteConnection connection, SessionEntry entry) => RunSql.Open(connection, entry.Key).Count > 0;

    private string NewId() => Guid.CreateVersion7(time.GetUtcNow()).ToString();
}
