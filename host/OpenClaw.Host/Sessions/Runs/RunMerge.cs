using Microsoft.Data.Sqlite;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Sessions.Runs;

/// <summary>Statements on runs whose messages become part of another run, for work that already runs on a connection.</summary>
internal static class RunMerge
{
    public const string StopReason = "merged";

    public static RunOutcome OutcomeOf(string into) => new() { StopReason = StopReason, MergedInto = into };

    /// <summary>The message is in the transcript, but no answer to it is stored yet: until then the run stays open.</summary>
    /// <exception cref="RunSupersededException">The run is not waiting any more, or no longer the writer's.</exception>
    public static void Steer(SqliteConnection connection, RunRecord run, string into, long messageSeq)
    {
        var moved = connection.Execute(
            "UPDATE runs SET merged_into = $into, message_seq = $seq WHERE run_id = $id AND boot_id = $boot AND state = $accepted",
            ("$into", into),
            ("$seq", messageSeq),
            ("$id", run.RunId),
            ("$boot", run.BootId),
            ("$accepted", (int)RunState.Accepted));
        if (moved != 1)
            throw new RunSupersededException(run.RunId);
    }

    /// <summary>Ends a waiting run: another run carries its message, or nothing is kept of it.</summary>
    public static void End(SqliteConnection connection, RunRecord run, RunState state, RunOutcome outcome, long now)
    {
        RunSql.Move(connection, run, state, now, outcome);
        connection.Execute("UPDATE runs SET merged_into = $into WHERE run_id = $id", ("$into", outcome.MergedInto), ("$id", run.RunId));
    }

    /// <summary>Ends the runs that were steered into one: it has answered them.</summary>
    public static void Settle(SqliteConnection connection, RunRecord into, long now) =>
        connection.Execute(
            "UPDATE runs SET state = $merged, ended_at = $now, outcome = $outcome WHERE merged_into = $into AND ended_at IS NULL",
            ("$merged", (int)RunState.Merged),
            ("$now", now),
            ("$outcome", System.Text.Json.JsonSerializer.Serialize(OutcomeOf(into.RunId), RunJsonContext.Default.RunOutcome)),
            ("$into", into.RunId));

    /// <summary>Takes over what waits, for the process that goes on with it; what was steered waits for a turn of its own again.</summary>
    public static void TakeOver(SqliteConnection connection, string runId, BootId boot) =>
        connection.Execute(
            "UPDATE runs SET boot_id = $boot, state = $accepted, merged_into = NULL WHERE run_id = $id",
            ("$boot", boot.Value),
            ("$accepted", (int)RunState.Accepted),
            ("$id", runId));

    /// <summary>Whether anything of a running run beside its message is on disk. A tool call always is before the tool begins.</summary>
    public static bool HasSpoken(SqliteConnection connection, RunRecord run) =>
        run.MessageSeq is not { } seq
        || connection.Scalar<long>(
            "SELECT count(*) FROM messages WHERE session_id = $session AND seq > $seq AND run_id = $id",
            ("$session", run.SessionId),
            ("$seq", seq),
            ("$id", run.RunId)) > 0;
}
