using System.Text.Json;
using Microsoft.Data.Sqlite;
using OpenClaw.Host.Channels.Accounts;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Channels.Inbox;

/// <summary>Statements on the inbox, for work that already runs on a connection.</summary>
internal static class InboxSql
{
    private const string Columns = "id, channel, account, message_id, received_at, urgent, body";

    /// <returns>False when the message is there already.</returns>
    public static bool Insert(SqliteConnection connection, AccountKey account, string messageId, ReceivedMessage message, bool isUrgent, long now) =>
        connection.Execute(
            """
            INSERT INTO inbox (channel, account, message_id, conversation, urgent, received_at, state, body)
            VALUES ($channel, $account, $message, $conversation, $urgent, $now, 0, $body)
            ON CONFLICT (channel, account, message_id) DO NOTHING
            """,
            ("$channel", account.Channel),
            ("$account", account.Account),
            ("$message", messageId),
            ("$conversation", message.Conversation),
            ("$urgent", isUrgent ? 1 : 0),
            ("$now", now),
            ("$body", Write(message))) == 1;

    /// <summary>Gives a message that nobody has looked at yet another content.</summary>
    public static bool Replace(SqliteConnection connection, AccountKey account, string messageId, ReceivedMessage message) =>
        connection.Execute(
            """
            UPDATE inbox SET body = $body
            WHERE channel = $channel AND account = $account AND message_id = $message AND state IN (0, 1) AND conversation = $conversation
            """,
            ("$body", Write(message)),
            ("$channel", account.Channel),
            ("$account", account.Account),
            ("$message", messageId),
            ("$conversation", message.Conversation)) == 1;

    public static bool Exists(SqliteConnection connection, AccountKey account, string messageId) =>
        connection.Scalar<long>(
            "SELECT count(*) FROM inbox WHERE channel = $channel AND account = $account AND message_id = $message",
            ("$channel", account.Channel),
            ("$account", account.Account),
            ("$message", messageId)) > 0;

    public static bool IsWaiting(SqliteConnection connection, AccountKey account, string messageId) =>
        connection.Scalar<long>(
            "SELECT count(*) FROM inbox WHERE channel = $channel AND account = $account AND message_id = $message AND state IN (0, 1)",
            ("$channel", account.Channel),
            ("$account", account.Account),
            ("$message", messageId)) > 0;

    public static long CountReceived(SqliteConnection connection, AccountKey account) =>
        connection.Scalar<long>(
            "SELECT count(*) FROM inbox WHERE channel = $channel AND account = $account AND state = 0",
            ("$channel", account.Channel),
            ("$account", account.Account));

    /// <summary>
    /// The oldest message of every conversation that nobody has looked at, the longest waiting first. Urgent ones form a line of
    /// their own, so that a stop does not wait behind what it is to stop.
    /// </summary>
    /// <param name="connection">The connection.</param>
    /// <param name="limit">How many lines are looked at.</param>
    /// <param name="damaged">Takes the ids of those whose content cannot be read; they are left out.</param>
    public static List<InboxRow> Heads(SqliteConnection connection, int limit, List<long> damaged) =>
        Readable(connection.Query(
            // From one line to the next along the index: a line of thousands costs no more than a line of one.
            $"""
            WITH RECURSIVE head(id) AS (
                SELECT id FROM (SELECT id FROM inbox WHERE state = 0 ORDER BY channel, account, conversation, urgent, id LIMIT 1)
                UNION ALL
                SELECT (
                    SELECT next.id FROM inbox next WHERE next.state = 0
                        AND (next.channel, next.account, next.conversation, next.urgent) > (here.channel, here.account, here.conversation, here.urgent)
                    ORDER BY next.channel, next.account, next.conversation, next.urgent, next.id LIMIT 1)
                FROM head JOIN inbox here ON here.id = head.id)
            SELECT {Columns} FROM inbox WHERE id IN (SELECT id FROM head WHERE id IS NOT NULL)
            ORDER BY id LIMIT $limit
            """,
            row => Read(row, damaged),
            ("$limit", limit)));

    /// <summary>The paths of files that came with messages nobody has looked at.</summary>
    public static List<string> WaitingMedia(SqliteConnection connection) =>
        connection.Query(
            """
            SELECT json_extract(file.value, '$.path') FROM inbox, json_each(CASE WHEN json_valid(inbox.body) THEN inbox.body ELSE '{}' END, '$.media') file
            WHERE inbox.state = 0 AND file.type = 'object' AND json_type(file.value, '$.path') = 'text'
            """,
            static row => row.GetString(0));

    /// <summary>The messages of a conversation that nobody has looked at, oldest first.</summary>
    public static List<InboxRow> Waiting(SqliteConnection connection, InboxRow head, int limit) => Of(connection, head, "state = 0 AND urgent = 0 AND id >= $id", "id", limit);

    /// <summary>Drops what waits in a conversation before a message that stops it.</summary>
    /// <returns>How many.</returns>
    public static int DropWaitingBefore(SqliteConnection connection, InboxRow stop, long now) =>
        connection.Execute(
            """
            UPDATE inbox SET state = 3, body = NULL, reason = 'stopped', settled_at = $now
            WHERE channel = $channel AND account = $account AND conversation = $conversation AND urgent = 0 AND state = 0 AND id < $id
            """,
            ("$now", now),
            ("$channel", stop.Account.Channel),
            ("$account", stop.Account.Account),
            ("$conversation", stop.Message.Conversation),
            ("$id", stop.Id));

    /// <summary>What is kept as context before a message, oldest first.</summary>
    public static List<InboxRow> Held(SqliteConnection connection, InboxRow before, int limit)
    {
        var newestFirst = Of(connection, before, "state = 1 AND id < $id", "id DESC", limit);
        newestFirst.Reverse();
        return newestFirst;
    }

    /// <summary>Keeps a message as context, and lets go of the oldest beyond the limit.</summary>
    public static void Hold(SqliteConnection connection, InboxRow row, int limit, long now)
    {
        connection.Execute("UPDATE inbox SET state = 1 WHERE id = $id AND state = 0", ("$id", row.Id));
        connection.Execute(
            """
            UPDATE inbox SET state = 3, body = NULL, reason = 'context full', settled_at = $now WHERE id IN (
                SELECT id FROM inbox WHERE channel = $channel AND account = $account AND conversation = $conversation AND state = 1
                ORDER BY id DESC LIMIT -1 OFFSET $limit)
            """,
            ("$now", now),
            ("$channel", row.Account.Channel),
            ("$account", row.Account.Account),
            ("$conversation", row.Message.Conversation),
            ("$limit", limit));
    }

    /// <summary>
    /// Ends a message's way through the inbox; its id stays, so that it is known when it comes again. Of one that failed the content
    /// stays too, for a person to decide.
    /// </summary>
    /// <returns>False when its way was over already.</returns>
    public static bool Settle(SqliteConnection connection, long id, InboxState state, long now, string? runId = null, string? reason = null) =>
        connection.Execute(
            """
            UPDATE inbox SET state = $state, body = iif($state = 4, body, NULL), run_id = $run, reason = $reason, settled_at = $now
            WHERE id = $id AND state IN (0, 1)
            """,
            ("$state", (int)state),
            ("$run", runId),
            ("$reason", reason),
            ("$now", now),
            ("$id", id)) == 1;

    public static int DeleteSettledBefore(SqliteConnection connection, long time, int limit) =>
        connection.Execute(
            "DELETE FROM inbox WHERE id IN (SELECT id FROM inbox WHERE settled_at < $time ORDER BY settled_at LIMIT $limit)",
            ("$time", time),
            ("$limit", limit));

    /// <summary>Lets go of the content of failed messages, but for the newest.</summary>
    public static int ForgetFailed(SqliteConnection connection, int most) =>
        connection.Execute(
            """
            UPDATE inbox SET state = 3, body = NULL, reason = 'failed, and too many did' WHERE id IN (
                SELECT id FROM inbox WHERE state = 4 ORDER BY id DESC LIMIT -1 OFFSET $most)
            """,
            ("$most", most));

    /// <summary>How many messages nobody has looked at, and how many failed.</summary>
    public static InboxCounts Counts(SqliteConnection connection) => new(
        connection.Scalar<long>("SELECT count(*) FROM inbox WHERE state = 0"),
        connection.Scalar<long>("SELECT count(*) FROM inbox WHERE state = 4"));

    private static List<InboxRow> Of(SqliteConnection connection, InboxRow row, string condition, string order, int limit) =>
        Readable(connection.Query(
            $"""
            SELECT {Columns} FROM inbox
            WHERE channel = $channel AND account = $account AND conversation = $conversation AND {condition} ORDER BY {order} LIMIT $limit
            """,
            static row => Read(row),
            ("$channel", row.Account.Channel),
            ("$account", row.Account.Account),
            ("$conversation", row.Message.Conversation),
            ("$id", row.Id),
            ("$limit", limit)));

    private static string Write(ReceivedMessage message) => JsonSerializer.Serialize(message, ChannelsJsonContext.Default.ReceivedMessage);

    private static List<InboxRow> Readable(List<InboxRow?> rows) => [.. rows.OfType<InboxRow>()];

    // One row that was damaged must not hide the others.
    private static InboxRow? Read(SqliteDataReader row, List<long>? damaged = null)
    {
        var id = row.GetInt64(0);
        if (MessageOf(row) is { } message)
        {
            return new InboxRow
            {
                Id = id,
                Account = new AccountKey(row.GetString(1), row.GetString(2)),
                MessageId = row.GetString(3),
                ReceivedAt = row.GetInt64(4),
                IsUrgent = row.GetInt64(5) != 0,
                Message = message,
            };
        }

        damaged?.Add(id);
        return null;
    }

    private static ReceivedMessage? MessageOf(SqliteDataReader row)
    {
        try
        {
            return row.IsDBNull(6) ? null : JsonSerializer.Deserialize(row.GetString(6), ChannelsJsonContext.Default.ReceivedMessage);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
