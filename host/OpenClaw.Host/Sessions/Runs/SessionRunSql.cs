using Microsoft.Data.Sqlite;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Sessions.Runs;

/// <summary>What a run writes into the row of its session.</summary>
internal static class SessionRunSql
{
    public static void Started(SqliteConnection connection, RunRecord run, long now) =>
        connection.Execute(
            """
            UPDATE sessions SET status = $status, started_at = $now, ended_at = NULL, updated_at = $now
            WHERE session_id = $session
            """,
            ("$status", SessionStatus.Running),
            ("$now", now),
            ("$session", run.SessionId));

    public static void Ended(SqliteConnection connection, RunRecord run, RunState state, RunOutcome outcome, long now) =>
        connection.Execute(
            """
            UPDATE sessions SET status = $status, ended_at = $now, last_run_id = $run, last_run_error = $error,
                aborted_last_run = $aborted, updated_at = $now, last_activity_at = $now,
                input_tokens = coalesce($input, input_tokens), output_tokens = coalesce($output, output_tokens),
                total_tokens = coalesce($total, total_tokens),
                provider = coalesce($provider, provider), model = coalesce($model, model)
            WHERE session_id = $session
            """,
            ("$status", StatusOf(state)),
            ("$now", now),
            ("$run", run.RunId),
            ("$error", outcome.Failure?.Message),
            ("$aborted", state is RunState.Aborted or RunState.Interrupted ? 1 : 0),
            ("$input", outcome.Usage?.Input),
            ("$output", outcome.Usage?.Output),
            ("$total", outcome.LastCallUsage is { } last ? last.Input + (last.CacheRead ?? 0) + (last.CacheWrite ?? 0) : null),
            ("$provider", outcome.Provider),
            ("$model", outcome.Model),
            ("$session", run.SessionId));

    private static string StatusOf(RunState state) => state switch
    {
        RunState.Done => SessionStatus.Done,
        RunState.Aborted => SessionStatus.Killed,
        RunState.TimedOut => SessionStatus.Timeout,
        _ => SessionStatus.Failed,
    };
}
