using Microsoft.Data.Sqlite;
using OpenClaw.Host.Channels.Accounts;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Channels.Inbox;

/// <summary>The received messages on disk. A message that was stored is there after a crash, and is stored once.</summary>
internal sealed class InboxStore(SqliteDatabase database, InboxLimits limits, TimeProvider time, InboxSignal? signal = null)
{
    private const int SweepSize = 5_000;
    private const string Damaged = "its content is damaged and cannot be read";

    /// <returns>False when the message is there already.</returns>
    public ValueTask<bool> AddAsync(AccountKey account, string messageId, ReceivedMessage message, bool isEdit, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection =>
            {
                if (isEdit)
                {
                    InboxSql.Replace(connection, account, messageId, message);
                    return false;
                }

                return InboxSql.Insert(connection, account, messageId, message, UrgentCommands.Are(message.Text), time.UnixMs);
            },
            cancellationToken);

    public ValueTask<bool> ExistsAsync(AccountKey account, string messageId, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => InboxSql.Exists(connection, account, messageId), cancellationToken);

    /// <summary>Whether a message is there that is in no turn yet.</summary>
    public ValueTask<bool> IsWaitingAsync(AccountKey account, string messageId, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => InboxSql.IsWaiting(connection, account, messageId), cancellationToken);

    public ValueTask<long> CountReceivedAsync(AccountKey account, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => InboxSql.CountReceived(connection, account), cancellationToken);

    /// <summary>The messages that are next, one of each line. Those that cannot be read are set aside as failed on the way.</summary>
    public async ValueTask<List<InboxRow>> HeadsAsync(int limit, CancellationToken cancellationToken)
    {
        while (true)
        {
            var damaged = new List<long>();
            var heads = await database.ReadAsync(connection => InboxSql.Heads(connection, limit, damaged), cancellationToken);
            if (damaged.Count == 0)
                return heads;
            await database.WriteAsync(
                connection =>
                {
                    foreach (var id in damaged)
                        InboxSql.Settle(connection, id, InboxState.Failed, time.UnixMs, reason: Damaged);
                },
                cancellationToken);
            signal?.Taken();
        }
    }

    public ValueTask<List<InboxRow>> WaitingAsync(InboxRow head, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => InboxSql.Waiting(connection, head, limit), cancellationToken);

    public ValueTask<List<InboxRow>> HeldAsync(InboxRow before, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => InboxSql.Held(connection, before, limit), cancellationToken);

    public ValueTask HoldAsync(InboxRow row, int limit, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => InboxSql.Hold(connection, row, limit, time.UnixMs), cancellationToken);

    /// <summary>Drops what waits in a conversation before a message that stops it.</summary>
    public ValueTask<int> DropWaitingBeforeAsync(InboxRow stop, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => InboxSql.DropWaitingBefore(connection, stop, time.UnixMs), cancellationToken);

    public ValueTask SettleAsync(InboxRow row, InboxState state, string? reason, CancellationToken cancellationToken) =>
        SettleAsync(row, state, reason, static _ => { }, cancellationToken);

    /// <param name="row">The message.</param>
    /// <param name="state">What became of it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="beside">What else belongs into the same transaction.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public ValueTask SettleAsync(InboxRow row, InboxState state, string? reason, Action<SqliteConnection> beside, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection =>
            {
                InboxSql.Settle(connection, row.Id, state, time.UnixMs, reason: reason);
                beside(connection);
            },
            cancellationToken);

    /// <summary>Ends the way of messages that became one run; part of the transaction that stores the run.</summary>
    /// <returns>Throws <see cref="MessageGoneException"/>, and with it undoes the transaction, when one of them waits no longer.</returns>
    public Action<SqliteConnection> Turning(IReadOnlyList<InboxRow> rows, string runId) => connection =>
    {
        foreach (var row in rows)
        {
            // The run must not begin then: what was stopped is not answered after all.
            if (!InboxSql.Settle(connection, row.Id, InboxState.Turned, time.UnixMs, runId))
                throw new MessageGoneException(row.Id);
        }
    };

    /// <summary>Forgets messages that were settled long ago, a bounded number at a time.</summary>
    /// <returns>Whether there may be more, and of how many failed messages the content was let go.</returns>
    public ValueTask<(bool More, int Forgotten)> SweepAsync(CancellationToken cancellationToken)
    {
        var before = (time.GetUtcNow() - limits.Retention).ToUnixTimeMilliseconds();
        return database.WriteAsync(
            connection => (InboxSql.DeleteSettledBefore(connection, before, SweepSize) == SweepSize, InboxSql.ForgetFailed(connection, limits.MaxFailed)),
            cancellationToken);
    }
}
