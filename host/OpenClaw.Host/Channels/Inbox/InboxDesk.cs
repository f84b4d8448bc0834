using System.Text.Json;
using Microsoft.Data.Sqlite;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Channels.Inbox;

/// <summary>What people do with the inbox: look at it, have a failed message handled again, give one up.</summary>
internal sealed class InboxDesk(SqliteDatabase database, InboxSignal signal, TimeProvider time)
{
    private const string Columns = "id, state, channel, account, message_id, conversation, received_at, settled_at, reason, run_id, body";

    /// <summary>Newest first; without a state, what waits and what failed.</summary>
    public ValueTask<List<InboxEntry>> ListAsync(InboxState? state, string? channel, long? before, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => connection.Query(
                $"""
                SELECT {Columns} FROM inbox
                WHERE {ConditionOf(state)} AND ($channel IS NULL OR channel = $channel) AND ($before IS NULL OR id < $before)
                ORDER BY id DESC LIMIT $limit
                """,
                Read,
                ("$channel", channel),
                ("$before", before),
                ("$limit", limit)),
            cancellationToken);

    public ValueTask<InboxCounts> CountsAsync(CancellationToken cancellationToken) => database.ReadAsync(InboxSql.Counts, cancellationToken);

    /// <summary>Puts a failed message back into its line. Not done when it has not failed, or its content is gone.</summary>
    public async ValueTask<(InboxEntry? Entry, bool Done)> RetryAsync(long id, CancellationToken cancellationToken)
    {
        var answer = await ChangeAsync(
            id,
            connection => connection.Execute(
                "UPDATE inbox SET state = 0, reason = NULL, settled_at = NULL WHERE id = $id AND state = 4 AND body IS NOT NULL", ("$id", id)),
            cancellationToken);
        signal.Raise();
        return answer;
    }

    /// <summary>Gives a failed message up. Its id is kept.</summary>
    public ValueTask<(InboxEntry? Entry, bool Done)> DropAsync(long id, CancellationToken cancellationToken) =>
        ChangeAsync(
            id,
            connection => connection.Execute(
                "UPDATE inbox SET state = 3, body = NULL, settled_at = $now WHERE id = $id AND state = 4", ("$now", time.UnixMs), ("$id", id)),
            cancellationToken);

    private ValueTask<(InboxEntry? Entry, bool Done)> ChangeAsync(long id, Func<SqliteConnection, int> change, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection =>
            {
                var done = change(connection) == 1;
                return (connection.Query($"SELECT {Columns} FROM inbox WHERE id = $id", Read, ("$id", id)).SingleOrDefault(), done);
            },
            cancellationToken);

    // Written out, so that the indexes of what is open are used and not the thirty days of what is done.
    private static string ConditionOf(InboxState? state) => state switch
    {
        null => "id IN (SELECT id FROM inbox WHERE state = 0 UNION ALL SELECT id FROM inbox WHERE state = 4)",
        InboxState.Received => "state = 0",
        InboxState.Held => "state = 1",
        InboxState.Turned => "state = 2",
        InboxState.Dropped => "state = 3",
        _ => "state = 4",
    };

    private static InboxEntry Read(SqliteDataReader row) => new()
    {
        Id = row.GetInt64(0),
        State = (InboxState)row.GetInt32(1),
        Channel = row.GetString(2),
        AccountId = row.GetString(3),
        MessageId = row.GetString(4),
        Conversation = row.GetString(5),
        ReceivedAt = row.GetInt64(6),
        SettledAt = row.Long(7),
        Reason = row.Text(8),
        RunId = row.Text(9),
        Message = row.Text(10) is { } body ? MessageOf(body) : null,
    };

    private static ReceivedMessage? MessageOf(string body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, ChannelsJsonContext.Default.ReceivedMessage);
        }
        catch (JsonException)
        {
            // Damaged: what is known of it beside its content is shown.
            return null;
        }
    }
}
