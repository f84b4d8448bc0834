using Microsoft.Data.Sqlite;
using OpenClaw.Host.Sessions.Feed;
using OpenClaw.Host.Sessions.Transcript;
using OpenClaw.Host.Storage;
using OpenClaw.Protocol.Chat;

namespace OpenClaw.Host.Sessions.Runs;

/// <summary>
/// The life of runs on disk. Every step is one transaction over the run, the transcript and the session, so a process that
/// dies between two steps leaves the state of the earlier one. Messages are told to those who listen once they are stored.
/// </summary>
internal sealed class RunStore(SqliteDatabase database, SessionFeed feed, BootId boot, TimeProvider time, IRunReplies? replies = null)
{
    /// <summary>How long an ended run answers for its idempotency key.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(7);

    /// <summary>How long the transcript of a deleted session is kept.</summary>
    public static readonly TimeSpan ArchiveRetention = TimeSpan.FromDays(30);

    /// <summary>Stores a request, unless one with the same run id is stored already.</summary>
    /// <param name="address">The session.</param>
    /// <param name="runId">The run's id.</param>
    /// <param name="surface">The way the request came in.</param>
    /// <param name="input">What is asked.</param>
    /// <param name="beside">What else belongs into the same transaction, whether or not the run is new.</param>
    /// <param name="expected">What a new run takes for granted about the session.</param>
    /// <param name="displaced">A waiting run that makes room for a new one.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public ValueTask<RunAdmission> AcceptAsync(
        SessionAddress address,
        string runId,
        RunSurface surface,
        RunInput input,
        Action<SqliteConnection>? beside,
        SessionExpectations? expected,
        DisplacedRun? displaced,
        CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection =>
            {
                beside?.Invoke(connection);
                if (RunSql.Find(connection, runId) is { } known)
                    return new RunAdmission(known, IsNew: false);
                expected?.Check(connection, address.Key);
                var now = time.UnixMs;
                var session = SessionSql.Touch(connection, address, NewId(), now);
                var run = new RunRecord
                {
                    RunId = runId,
                    SessionKey = session.Key,
                    SessionId = session.SessionId,
                    AgentId = session.AgentId,
                    Surface = surface,
                    State = RunState.Accepted,
                    BootId = boot.Value,
                    AcceptedAt = now,
                    Input = input,
                };
                RunSql.Insert(connection, run);
                if (displaced is not null)
                    RunMerge.End(connection, displaced.Run, displaced.State, displaced.Outcome, now);
                return new RunAdmission(run, IsNew: true);
            },
            cancellationToken);

    /// <summary>Starts an accepted run: its message becomes part of the transcript, unless an earlier attempt has put it there.</summary>
    /// <param name="run">The run.</param>
    /// <param name="message">Writes the message inside the same transaction, with what else belongs into it.</param>
    /// <param name="joining">Waiting runs whose messages are part of that message; they end here.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async ValueTask<RunRecord> BeginAsync(
        RunRecord run, Func<SqliteConnection, TranscriptMessage> message, IReadOnlyList<RunRecord> joining, CancellationToken cancellationToken)
    {
        var (begun, stored) = await database.WriteAsync(
            connection =>
            {
                var now = time.UnixMs;
                RunSql.Move(connection, run, RunState.Running, now);
                List<StoredMessage> rows = run.MessageSeq is null ? [Append(connection, run, message(connection), now)] : [];
                var seq = run.MessageSeq ?? rows[0].Seq;
                RunSql.NoteMessage(connection, run.RunId, seq);
                foreach (var one in joining)
                    RunMerge.End(connection, one, RunState.Merged, RunMerge.OutcomeOf(run.RunId), now);
                SessionRunSql.Started(connection, run, now);
                return (run with { State = RunState.Running, StartedAt = now, MessageSeq = seq, Attempts = run.Attempts + 1 }, rows);
            },
            cancellationToken);
        await feed.WroteAsync(run.SessionKey, stored);
        return begun;
    }

    /// <summary>Adds messages of a running run.</summary>
    public async ValueTask AppendAsync(RunRecord run, IReadOnlyList<TranscriptMessage> messages, CancellationToken cancellationToken)
    {
        var stored = await database.WriteAsync(
            connection =>
            {
                RunSql.RequireRunning(connection, run);
                return messages.Select(message => Append(connection, run, message, time.UnixMs)).ToList();
            },
            cancellationToken);
        await feed.WroteAsync(run.SessionKey, stored);
    }

    /// <summary>Adds what a model said in a running run; messages that were steered into the run are answered by that.</summary>
    public async ValueTask AnswerRoundAsync(RunRecord run, TranscriptMessage message, CancellationToken cancellationToken)
    {
        var stored = await database.WriteAsync(
            connection =>
            {
                RunSql.RequireRunning(connection, run);
                RunMerge.Settle(connection, run, time.UnixMs);
                return Append(connection, run, message, time.UnixMs);
            },
            cancellationToken);
        await feed.WroteAsync(run.SessionKey, [stored]);
    }

    /// <summary>Puts the messages of waiting runs into a running one.</summary>
    public async ValueTask SteerAsync(
        RunRecord run, IReadOnlyList<(RunRecord Run, TranscriptMessage Message)> joining, CancellationToken cancellationToken)
    {
        var stored = await database.WriteAsync(
            connection =>
            {
                RunSql.RequireRunning(connection, run);
                var rows = new List<StoredMessage>(joining.Count);
                foreach (var (one, message) in joining)
                {
                    rows.Add(TranscriptSql.Append(connection, run.SessionId, one.RunId, message, NewId(), time.UnixMs));
                    RunMerge.Steer(connection, one, run.RunId, rows[^1].Seq);
                }

                return rows;
            },
            cancellationToken);
        await feed.WroteAsync(run.SessionKey, stored);
    }

    /// <summary>Ends a run: its last message, its outcome and the session's row together.</summary>
    public async ValueTask<RunRecord> FinishAsync(
        RunRecord run, RunState state, RunOutcome outcome, TranscriptMessage? message, CancellationToken cancellationToken)
    {
        var (ended, stored) = await database.WriteAsync(
            connection =>
            {
                var now = time.UnixMs;
                RunSql.Move(connection, run, state, now, outcome);
                List<StoredMessage> rows = message is null ? [] : [Append(connection, run, message, now)];
                // A stop of the gateway answers nobody: what was steered gets a turn of its own afterwards.
                if (state != RunState.Interrupted)
                    RunMerge.Settle(connection, run, now);
                // A run that never started leaves no trace in the session beside its request.
                if (run.State == RunState.Running)
                    SessionRunSql.Ended(connection, run, state, outcome, now);
                return (Staged(connection, run with { State = state, EndedAt = now, Outcome = outcome }), rows);
            },
            cancellationToken);
        Tell(ended);
        await feed.WroteAsync(run.SessionKey, stored);
        return ended;
    }

    /// <summary>Ends an accepted run that needs no model: what was asked and what was answered go into the transcript together.</summary>
    public async ValueTask<RunRecord> AnswerAsync(
        RunRecord run, RunOutcome outcome, IReadOnlyList<TranscriptMessage> messages, CancellationToken cancellationToken)
    {
        var (ended, stored) = await database.WriteAsync(
            connection =>
            {
                var now = time.UnixMs;
                RunSql.Move(connection, run, RunState.Done, now, outcome);
                var rows = messages.Select(message => Append(connection, run, message, now)).ToList();
                return (Staged(connection, run with { State = RunState.Done, StartedAt = now, EndedAt = now, Outcome = outcome }), rows);
            },
            cancellationToken);
        Tell(ended);
        await feed.WroteAsync(run.SessionKey, stored);
        return ended;
    }

    public ValueTask<RunRecord?> FindAsync(string runId, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => RunSql.Find(connection, runId), cancellationToken);

    /// <summary>Runs of a session that have not ended, oldest first.</summary>
    public ValueTask<List<RunRecord>> OpenAsync(string sessionKey, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => RunSql.Open(connection, sessionKey), cancellationToken);

    /// <summary>Drops the records of runs that ended longer ago than <see cref="Retention"/>, and old transcripts of deleted sessions.</summary>
    public ValueTask<int> PruneAsync(CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection =>
            {
                var now = time.GetUtcNow();
                ArchiveSql.DeleteBefore(connection, (now - ArchiveRetention).ToUnixTimeMilliseconds());
                return RunSql.DeleteEndedBefore(connection, (now - Retention).ToUnixTimeMilliseconds());
            },
            cancellationToken);

    private RunRecord Staged(SqliteConnection connection, RunRecord ended)
    {
        replies?.Stage(connection, ended);
        return ended;
    }

    private void Tell(RunRecord ended)
    {
        if (ended.Input.Route is not null)
            replies?.Staged();
    }

    private StoredMessage Append(SqliteConnection connection, RunRecord run, TranscriptMessage message, long now) =>
        TranscriptSql.Append(connection, run.SessionId, run.RunId, message, NewId(), now);

    private string NewId() => Guid.CreateVersion7(time.GetUtcNow()).ToString();
}
