using System.Text.Json;
using Microsoft.Data.Sqlite;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Sessions.Runs;

/// <summary>Statements on the runs table, for work that already runs on a connection.</summary>
internal static class RunSql
{
    private const string Columns =
        "run_id, session_key, session_id, agent_id, surface, state, boot_id, accepted_at, started_at, ended_at, input, outcome, attempts, message_seq, merged_into";

    public static RunRecord? Find(SqliteConnection connection, string runId) =>
        connection.Query($"SELECT {Columns} FROM runs WHERE run_id = $id", Read, ("$id", runId)).SingleOrDefault();

    /// <summary>Runs that have not ended, oldest first. The queue limits bound how many there can be.</summary>
    public static List<RunRecord> Open(SqliteConnection connection, string? sessionKey = null) =>
        connection.Query(
            $"""
            SELECT {Columns} FROM runs
            WHERE ended_at IS NULL AND ($key IS NULL OR session_key = $key) ORDER BY accepted_at, rowid
            """,
            Read,
            ("$key", sessionKey));

    /// <summary>The names of files that came with runs which have not ended.</summary>
    public static List<string> OpenMedia(SqliteConnection connection) =>
        connection.Query(
            """
            SELECT json_extract(file.value, '$.id') FROM runs, json_each(CASE WHEN json_valid(runs.input) THEN runs.input ELSE '{}' END, '$.media') file
            WHERE runs.ended_at IS NULL AND file.type = 'object' AND json_type(file.value, '$.id') = 'text'
            """,
            static row => row.GetString(0));

    public static void Insert(SqliteConnection connection, RunRecord run) =>
        connection.Execute(
            """
            INSERT INTO runs (run_id, session_key, session_id, agent_id, surface, state, boot_id, accepted_at, input)
            VALUES ($id, $key, $session, $agent, $surface, $state, $boot, $accepted, $input)
            """,
            ("$id", run.RunId),
            ("$key", run.SessionKey),
            ("$session", run.SessionId),
            ("$agent", run.AgentId),
            ("$surface", (int)run.Surface),
            ("$state", (int)run.State),
            ("$boot", run.BootId),
            ("$accepted", run.AcceptedAt),
            ("$input", JsonSerializer.Serialize(run.Input, RunJsonContext.Default.RunInput)));

    /// <summary>Moves a run on, if it is still where the writer believes it to be and still the writer's.</summary>
    /// <exception cref="RunSupersededException">It is not.</exception>
    public static void Move(SqliteConnection connection, RunRecord run, RunState to, long now, RunOutcome? outcome = null)
    {
        var ends = to > RunState.Running;
        var moved = connection.Execute(
            """
            UPDATE runs SET state = $to, started_at = coalesce($started, started_at), ended_at = $ended, outcome = $outcome,
                attempts = attempts + $begun
            WHERE run_id = $id AND boot_id = $boot AND state = $from
            """,
            ("$to", (int)to),
            ("$started", to == RunState.Running ? now : null),
            ("$begun", to == RunState.Running ? 1 : 0),
            ("$ended", ends ? now : null),
            ("$outcome", outcome is null ? null : JsonSerializer.Serialize(outcome, RunJsonContext.Default.RunOutcome)),
            ("$id", run.RunId),
            ("$boot", run.BootId),
            ("$from", (int)run.State));
        if (moved != 1)
            throw new RunSupersededException(run.RunId);
    }

    /// <exception cref="RunSupersededException">The run is no longer the writer's, or no longer running.</exception>
    public static void RequireRunning(SqliteConnection connection, RunRecord run)
    {
        var mine = connection.Scalar<long>(
            "SELECT count(*) FROM runs WHERE run_id = $id AND boot_id = $boot AND state = $running",
            ("$id", run.RunId),
            ("$boot", run.BootId),
            ("$running", (int)RunState.Running));
        if (mine != 1)
            throw new RunSupersededException(run.RunId);
    }

    public static void NoteMessage(SqliteConnection connection, string runId, long seq) =>
        connection.Execute("UPDATE runs SET message_seq = $seq WHERE run_id = $id", ("$seq", seq), ("$id", runId));

    public static int DeleteEndedBefore(SqliteConnection connection, long time, int limit) =>
        connection.Execute(
            "DELETE FROM runs WHERE rowid IN (SELECT rowid FROM runs WHERE ended_at < $time LIMIT $limit)", ("$time", time), ("$limit", limit));

    private static RunRecord Read(SqliteDataReader row) => new()
    {
        RunId = row.GetString(0),
        SessionKey = row.GetString(1),
        SessionId = row.GetString(2),
        AgentId = row.GetString(3),
        Surface = (RunSurface)row.GetInt32(4),
        State = (RunState)row.GetInt32(5),
        BootId = row.GetString(6),
        AcceptedAt = row.GetInt64(7),
        StartedAt = row.Long(8),
        EndedAt = row.Long(9),
        Input = JsonSerializer.Deserialize(row.GetString(10), RunJsonContext.Default.RunInput)!,
        Outcome = row.Text(11) is { } outcome ? JsonSerializer.Deserialize(outcome, RunJsonContext.Default.RunOutcome) : null,
        Attempts = row.GetInt32(12),
        MessageSeq = row.Long(13),
        MergedInto = row.Text(14),
    };
}
