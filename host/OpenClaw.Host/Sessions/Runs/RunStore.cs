using Microsoft.Data.Sqlite;
using OpenClaw.Hooks;
using OpenClaw.Host.Sessions.Feed;
using OpenClaw.Host.Sessions.Lives;
using OpenClaw.Host.Sessions.Resets;
using OpenClaw.Host.Sessions.Transcript;
using OpenClaw.Host.Storage;
using OpenClaw.Protocol.Chat;

namespace OpenClaw.Host.Sessions.Runs;

/// <summary>
/// The life of runs on disk. Every step is one transaction over the run, the transcript and the session, so a process that
/// dies between two steps leaves the state of the earlier one. Messages are told to those who listen once they are stored.
/// </summary>
internal sealed class RunStore(
    SqliteDatabase database, SessionFeed feed, BootId boot, TimeProvider time, IRunReplies? replies = null, SessionFreshness? freshness = null, ISessionWatcher? watcher = null)
{
    /// <summary>How long an ended run answers for its idempotency key.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(7);

    /// <summary>Stores a request, unless one with the same run id is stored already. A conversation that is over begins anew with it.</summary>
    /// <exception cref="SessionBusyException">A new conversation is asked for while runs have not ended.</exception>
    public async ValueTask<RunAdmission> AcceptAsync(RunOrder order, CancellationToken cancellationToken)
    {
        var admission = await database.WriteAsync(connection => Accept(connection, order), cancellationToken);
        watcher.Tell(admission.Turn);
        return admission;
    }

    /// <summary>Stores a request that needs no model, together with its answer and with what both leave in the transcript.</summary>
    /// <exception cref="SessionBusyException">A new conversation is asked for while runs have not ended.</exception>
    public async ValueTask<RunAdmission> AcceptAnsweredAsync(
        RunOrder order, RunOutcome outcome, Func<RunRecord, IReadOnlyList<TranscriptMessage>> messages, CancellationToken cancellationToken)
    {
        var (admission, stored) = await database.WriteAsync(
            connection =>
            {
                var accepted = Accept(connection, order);
                if (!accepted.IsNew)
                    return (accepted, []);
                var now = time.UnixMs;
                RunSql.Move(connection, accepted.Run, RunState.Done, now, outcome);
                List<StoredMessage> rows = [.. messages(accepted.Run).Select(message => Append(connection, accepted.Run, message, now))];
                return (accepted with { Run = Staged(connection, accepted.Run with { State = RunState.Done, StartedAt = now, EndedAt = now, Outcome = outcome }) }, rows);
            },
            cancellationToken);
        if (admission.IsNew)
        {
            watcher.Tell(admission.Turn);
            Tell(admission.Run);
            await feed.WroteAsync(admission.Run.SessionKey, stored);
        }

        return admission;
    }

    /// <summary>Starts an accepted run: its message becomes part of the transcript, unless an earlier attempt has put it there.</summary>
    /// <param name="run">The run.</param>
    /// <param name="message">Writes the message inside the same transaction, with what else belongs into it.</param>
    /// <param name="joining">Waiting runs whose messages are part of that message; they end here.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async ValueTask<RunRecord> BeginAsync(
        RunRecord run, Func<SqliteConnection, TranscriptMessage> message, IReadOnlyList<RunRecord> joining, CancellationToken cancellationToken)
    {
        var (begun, stored) = await database.WritePatientlyAsync(
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
    public async ValueTask AppendAsync(
        RunRecord run, IReadOnlyList<TranscriptMessage> messages, IReadOnlyList<RunNote> notes, CancellationToken cancellationToken)
    {
        var stored = await database.WritePatientlyAsync(
            connection =>
            {
                RunSql.RequireRunning(connection, run);
                StageNotes(connection, run, notes);
                return messages.Select(message => Append(connection, run, message, time.UnixMs)).ToList();
            },
            cancellationToken);
        if (notes.Count > 0)
            replies?.Staged();
        await feed.WroteAsync(run.SessionKey, stored);
    }

    /// <summary>Adds what a model said in a running run; messages that were steered into the run are answered by that.</summary>
    public async ValueTask AnswerRoundAsync(RunRecord run, TranscriptMessage message, IReadOnlyList<RunNote> notes, CancellationToken cancellationToken)
    {
        var stored = await database.WritePatientlyAsync(
            connection =>
            {
                RunSql.RequireRunning(connection, run);
                RunMerge.Settle(connection, run, time.UnixMs);
                StageNotes(connection, run, notes);
                return Append(connection, run, message, time.UnixMs);
            },
            cancellationToken);
        if (notes.Count > 0)
            replies?.Staged();
        await feed.WroteAsync(run.SessionKey, [stored]);
    }

    /// <summary>Puts the messages of waiting runs into a running one.</summary>
    public async ValueTask SteerAsync(
        RunRecord run, IReadOnlyList<(RunRecord Run, TranscriptMessage Message)> joining, CancellationToken cancellationToken)
    {
        var stored = await database.WritePatientlyAsync(
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
        var stage = replies is null || run.Input.Route is null
            ? null
            : await replies.PrepareAsync(run with { State = state, Outcome = outcome }, cancellationToken);
        var (ended, stored) = await database.WritePatientlyAsync(
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
                stage?.Invoke(connection);
                return (run with { State = state, EndedAt = now, Outcome = outcome }, rows);
            },
            cancellationToken);
        Tell(ended);
        await feed.WroteAsync(run.SessionKey, stored);
        return ended;
    }

    public ValueTask<RunRecord?> FindAsync(string runId, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => RunSql.Find(connection, runId), cancellationToken);

    /// <summary>How the runs of each agent went since a moment.</summary>
    public ValueTask<List<RunStatistics>> StatisticsAsync(long since, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => RunStatisticsSql.Since(connection, since), cancellationToken);

    /// <summary>Runs of a session that have not ended, oldest first.</summary>
    public ValueTask<List<RunRecord>> OpenAsync(string sessionKey, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => RunSql.Open(connection, sessionKey), cancellationToken);

    /// <summary>Drops the records of runs that ended longer ago than <see cref="Retention"/>.</summary>
    /// <param name="slice">How many in one transaction.</param>
    /// <param name="cancellationToken">Ends the work between two of them.</param>
    public async ValueTask<int> PruneAsync(int slice, CancellationToken cancellationToken)
    {
        var before = (time.GetUtcNow() - Retention).ToUnixTimeMilliseconds();
        var pruned = 0;
        while (true)
        {
            var rows = await database.WriteAsync(connection => RunSql.DeleteEndedBefore(connection, before, slice), cancellationToken);
            pruned += rows;
            if (rows < slice)
                return pruned;
        }
    }

    private RunAdmission Accept(SqliteConnection connection, RunOrder order)
    {
        order.Beside?.Invoke(connection);
        if (RunSql.Find(connection, order.RunId) is { } known)
            return new RunAdmission(known, IsNew: false);
        order.Expected?.Check(connection, order.Address.Key);
        var now = time.UnixMs;
        var (isWatched, reason) = (watcher is { Watches: true }, order.Start is null ? SessionEndReason.Expired : SessionEndReason.Reset);
        var before = isWatched ? SessionSql.Find(connection, order.Address.Key) : null;
        var startedOver = SessionRestart.Apply(connection, order, freshness, NewId, now);
        var session = SessionSql.Touch(connection, order.Address, NewId(), now, !order.Input.IsBackground);
        if (order.Surface == RunSurface.Channel)
            SessionRoutes.Note(connection, session.Key, order.Input, now);
        var run = new RunRecord
        {
            RunId = order.RunId,
            SessionKey = session.Key,
            SessionId = session.SessionId,
            AgentId = session.AgentId,
            Surface = order.Surface,
            State = RunState.Accepted,
            BootId = boot.Value,
            AcceptedAt = now,
            Input = order.Input,
        };
        RunSql.Insert(connection, run);
        if (order.Displaced is { } displaced)
            RunMerge.End(connection, displaced.Run, displaced.State, displaced.Outcome, now);
        return new RunAdmission(run, IsNew: true) { StartedOver = startedOver, Turn = isWatched ? SessionTurn.Between(before, session, reason) : null };
    }

    private void StageNotes(SqliteConnection connection, RunRecord run, IReadOnlyList<RunNote> notes)
    {
        foreach (var note in notes)
            replies?.StageNote(connection, run, note);
    }

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
