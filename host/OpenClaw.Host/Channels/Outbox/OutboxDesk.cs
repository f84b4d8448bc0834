using System.Text.Json;
using Microsoft.Data.Sqlite;
using OpenClaw.Host.Channels.Outbox.Store;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Channels.Outbox;

/// <summary>What people do with the outbox: look at it, send a dead message again, give one up.</summary>
internal sealed class OutboxDesk(SqliteDatabase database, OutboxSignal signal, OutboxNews news, OutboundSettings settings, TimeProvider time)
{
    private const int MaxPreview = 120;

    /// <summary>Newest first; without a state, everything but what was sent or dropped.</summary>
    public ValueTask<List<(OutboxRow Row, string? Preview)>> ListAsync(
        OutboxState? state, string? channel, long? before, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => connection.Query(
                $"""
                SELECT {OutboxSql.Columns}, content FROM outbox
                WHERE iif($state IS NULL, state NOT IN (2, 6), state = $state) AND ($channel IS NULL OR channel = $channel)
                    AND ($before IS NULL OR id < $before)
                ORDER BY id DESC LIMIT $limit
                """,
                static row => (OutboxSql.Read(row), PreviewOf(row.GetString(row.FieldCount - 1))),
                ("$state", (int?)state),
                ("$channel", channel),
                ("$before", before),
                ("$limit", limit)),
            cancellationToken);

    /// <summary>How many there are in each state that is of concern: not of those that were sent or dropped.</summary>
    public ValueTask<Dictionary<OutboxState, long>> CountsAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            static connection => connection.Query(
                """
                SELECT state, count(*) FROM outbox WHERE ended_at IS NOT NULL AND state IN (3, 4, 5) GROUP BY state
                UNION ALL SELECT state, count(*) FROM outbox WHERE ended_at IS NULL GROUP BY state
                """,
                static row => (State: (OutboxState)row.GetInt32(0), Count: row.GetInt64(1)))
                .ToDictionary(static one => one.State, static one => one.Count),
            cancellationToken);

    /// <summary>Sends a dead message again: the parts the platform has stay as they are. Null when it is not dead, or not there.</summary>
    public async ValueTask<(OutboxRow? Row, bool Done)> RetryAsync(long id, CancellationToken cancellationToken)
    {
        var now = time.UnixMs;
        var answer = await ChangeAsync(
            id,
            connection => OutboxStepSql.Revive(connection, id, settings.Lifetime, now),
            cancellationToken);
        signal.Raise();
        return answer;
    }

    /// <summary>Gives a message up that is not being sent right now. Its key is kept.</summary>
    public async ValueTask<(OutboxRow? Row, bool Done)> DropAsync(long id, CancellationToken cancellationToken)
    {
        var answer = await ChangeAsync(
            id,
            connection => connection.Execute(
                "UPDATE outbox SET state = 6, ended_at = $now, content = '', plan = NULL WHERE id = $id AND state IN (0, 3, 4, 5)",
                ("$id", id),
                ("$now", time.UnixMs)),
            cancellationToken);
        signal.Raise();
        return answer;
    }

    private async ValueTask<(OutboxRow? Row, bool Done)> ChangeAsync(long id, Func<SqliteConnection, int> change, CancellationToken cancellationToken)
    {
        var (row, done) = await database.WriteAsync(
            connection =>
            {
                var changed = change(connection) == 1;
                return (OutboxSql.Find(connection, id), changed);
            },
            cancellationToken);
        if (row is not null && done)
        {
            if (row.HasEnded)
                news.Ended(row);
            else
                news.Changed(row);
        }

        return (row, done);
    }

    private static string? PreviewOf(string content)
    {
        try
        {
            var text = content.Length == 0 ? "" : JsonSerializer.Deserialize(content, OutboxJsonContext.Default.OutboundContent)?.Text ?? "";
            var line = text.ReplaceLineEndings(" ");
            return line.Length == 0 ? null : line.Length > MaxPreview ? $"{line[..(MaxPreview - 1)].TrimEnd()}…" : line;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
