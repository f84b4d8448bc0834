using Microsoft.Data.Sqlite;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Sessions.Runs;

/// <summary>Counts runs. Every query reads a stretch of the index over their ends, or of the one over those that have none.</summary>
internal static class RunStatisticsSql
{
    public static List<RunStatistics> Since(SqliteConnection connection, long since)
    {
        var all = connection.Query(
            """
            SELECT agent_id, count(*), avg(ended_at - started_at), max(ended_at - started_at),
                sum(state = $timedOut), sum(state IN ($failed, $interrupted)), max(ended_at)
            FROM runs WHERE ended_at IS NOT NULL AND ended_at >= $since AND state <> $merged GROUP BY agent_id
            """,
            static row => new RunStatistics(
                row.GetString(0),
                row.GetInt64(1),
                row.IsDBNull(2) ? null : row.GetDouble(2),
                row.IsDBNull(3) ? null : row.GetInt64(3),
                row.GetInt64(4),
                row.GetInt64(5),
                row.GetInt64(6)),
            [.. States, ("$since", since)]).ToDictionary(static one => one.AgentId, StringComparer.OrdinalIgnoreCase);
        foreach (var (agent, running) in connection.Query(
            "SELECT agent_id, count(*) FROM runs WHERE ended_at IS NULL GROUP BY agent_id", static row => (row.GetString(0), row.GetInt64(1))))
        {
            all[agent] = (all.GetValueOrDefault(agent) ?? RunStatistics.None(agent)) with { Running = running };
        }

        return [.. all.Values.Select(one => WithLast(connection, one, since))];
    }

    private static (string Name, object? Value)[] States =>
    [
        ("$timedOut", (int)RunState.TimedOut), ("$failed", (int)RunState.Failed), ("$interrupted", (int)RunState.Interrupted), ("$merged", (int)RunState.Merged),
    ];

    private static RunStatistics WithLast(SqliteConnection connection, RunStatistics one, long since)
    {
        if (one.Runs == 0)
            return one;
        var state = connection.Scalar<long>(
            "SELECT state FROM runs WHERE ended_at = $at AND agent_id = $agent AND ended_at IS NOT NULL AND state <> $merged ORDER BY rowid DESC LIMIT 1",
            ("$at", one.LastEndedAt),
            ("$agent", one.AgentId),
            ("$merged", (int)RunState.Merged));
        var error = one.Errors + one.Timeouts == 0
            ? null
            : connection.Scalar<string>(
                """
                SELECT json_extract(outcome, '$.failure.message') FROM runs
                WHERE ended_at IS NOT NULL AND ended_at >= $since AND agent_id = $agent AND state IN ($timedOut, $failed, $interrupted)
                ORDER BY ended_at DESC LIMIT 1
                """,
                [.. States[..3], ("$since", since), ("$agent", one.AgentId)]);
        return one with { LastState = (RunState)state, LastError = error };
    }
}
