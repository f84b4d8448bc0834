using OpenClaw.Host.Sessions.Transcript;
using OpenClaw.Host.Storage;
using OpenClaw.Protocol.Chat;

namespace OpenClaw.Host.Sessions.Runs;

/// <summary>
/// The life of runs on disk. Every step is one transaction over the run, the transcript and the session, so a process that
/// dies between two steps leaves the state of the earlier one.
/// </summary>
internal sealed class RunStore(SqliteDatabase database, BootId boot, TimeProvider time)
{
    /// <summary>How long an ended run answers for its idempotency key.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(7);

    /// <summary>Stores a request, unless one with the same run id is stored already.</summary>
    public ValueTask<RunAdmission> AcceptAsync(
        SessionAddress address, string runId, RunSurface surface, RunInput input, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection =>
            {
                if (RunSql.Find(connection, runId) is { } known)
                    return new RunAdmission(known, IsNew: false);
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
                return new RunAdmission(run, IsNew: true);
            },
            cancellationToken);

    /// <summary>Starts an accepted run: its message becomes part of the transcript.</summary>
    public ValueTask<RunRecord> BeginAsync(RunRecord run, TranscriptMessage message, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection =>
            {
                var now = time.UnixMs;
                RunSql.Move(connection, run, RunState.Running, now);
                TranscriptSql.Append(connection, run.SessionId, run.RunId, message, NewId(), now);
                SessionRunSql.Started(connection, run, now);
                return run with { State = RunState.Running, StartedAt = now };
            },
            cancellationToken);

    /// <summary>Adds messages of a running run.</summary>
    public ValueTask AppendAsync(RunRecord run, IReadOnlyList<TranscriptMessage> messages, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection =>
            {
                RunSql.RequireRunning(connection, run);
                foreach (var message in messages)
                    TranscriptSql.Append(connection, run.SessionId, run.RunId, message, NewId(), time.UnixMs);
            },
            cancellationToken);

    /// <summary>Ends a run: its last message, its outcome and the session's row together.</summary>
    public ValueTask<RunRecord> FinishAsync(
        RunRecord run, RunState state, RunOutcome outcome, TranscriptMessage? message, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection =>
            {
                var now = time.UnixMs;
                RunSql.Move(connection, run, state, now, outcome);
                if (message is not null)
                    TranscriptSql.Append(connection, run.SessionId, run.RunId, message, NewId(), now);
                // A run that never started leaves no trace in the session beside its request.
                if (run.State == RunState.Running)
                    SessionRunSql.Ended(connection, run, state, outcome, now);
                return run with { State = state, EndedAt = now, Outcome = outcome };
            },
            cancellationToken);

    public ValueTask<RunRecord?> FindAsync(string runId, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => RunSql.Find(connection, runId), cancellationToken);

    /// <summary>Runs of a session that have not ended, oldest first.</summary>
    public ValueTask<List<RunRecord>> OpenAsync(string sessionKey, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => RunSql.Open(connection, sessionKey), cancellationToken);

    /// <summary>Drops the records of runs that ended longer ago than <see cref="Retention"/>.</summary>
    public ValueTask<int> PruneAsync(CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection => RunSql.DeleteEndedBefore(connection, (time.GetUtcNow() - Retention).ToUnixTimeMilliseconds()),
            cancellationToken);

    private string NewId() => Guid.CreateVersion7(time.GetUtcNow()).ToString();
}
