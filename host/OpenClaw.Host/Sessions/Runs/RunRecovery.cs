using Microsoft.Data.Sqlite;
using OpenClaw.Host.Sessions.Transcript;
using OpenClaw.Host.Storage;
using OpenClaw.Protocol.Chat;

namespace OpenClaw.Host.Sessions.Runs;

/// <summary>
/// Puts in order what a process that is gone left behind. A run that was only accepted is handed out to start now, and so is one
/// that was at work and had not begun a tool call, some times. What has called tools is not repeated, because they may have done
/// things already: its session says that it was interrupted.
/// </summary>
internal sealed partial class RunRecovery(SqliteDatabase database, BootId boot, TimeProvider time, ILogger<RunRecovery> logger, IRunReplies? replies = null)
{
    /// <summary>How often a run is started at most: one that takes the process down with it must not do so for ever.</summary>
    public const int MaxAttempts = 3;

    private const string Note =
        "⚠️ The gateway stopped while it was working on this message, and the answer was lost. Send the message again to have it answered.";

    private const string Reason = "interrupted: the gateway stopped during the run";

    /// <summary>Marks interrupted runs and gives those that are still to start, oldest first.</summary>
    public async ValueTask<IReadOnlyList<RunRecord>> RecoverAsync(CancellationToken cancellationToken)
    {
        var left = await database.WriteAsync(Recover, cancellationToken);
        foreach (var run in left.Where(static run => run.State == RunState.Interrupted))
            LogInterrupted(logger, run.RunId, run.SessionKey);
        replies?.Staged();
        return [.. left.Where(static run => run.State == RunState.Accepted)];
    }

    private List<RunRecord> Recover(SqliteConnection connection)
    {
        var left = new List<RunRecord>();
        foreach (var run in RunSql.Open(connection).Where(run => run.BootId != boot.Value))
        {
            if (run.State == RunState.Running && (run.Attempts >= MaxAttempts || RunMerge.HasSpoken(connection, run)))
            {
                left.Add(Interrupt(connection, run));
                continue;
            }

            RunMerge.TakeOver(connection, run.RunId, boot);
            left.Add(run with { BootId = boot.Value, State = RunState.Accepted, MergedInto = null });
        }

        return left;
    }

    private RunRecord Interrupt(SqliteConnection connection, RunRecord run)
    {
        var now = time.UnixMs;
        var outcome = new RunOutcome
        {
            StopReason = MessageStopReasons.Error,
            Failure = new RunFailure { Message = Reason, Kind = RunFailureKinds.Unknown },
        };
        RunSql.Move(connection, run, RunState.Interrupted, now, outcome);
        TranscriptSql.Append(
            connection, run.SessionId, run.RunId, GatewayNote.Of(run.RunId, "interrupted", Note, now), Guid.CreateVersion7().ToString(), now);
        SessionRunSql.Ended(connection, run, RunState.Interrupted, outcome, now);
        var ended = run with { State = RunState.Interrupted, EndedAt = now, Outcome = outcome };
        replies?.Stage(connection, ended);
        return ended;
    }

    [LoggerMessage(3501, LogLevel.Warning, "Run {RunId} of session {SessionKey} was interrupted when the last process ended.")]
    private static partial void LogInterrupted(ILogger logger, string runId, string sessionKey);
}
