using Microsoft.Data.Sqlite;
using OpenClaw.Host.Channels.Outbox.Store;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Channels.Outbox;

/// <summary>The outbox on disk, as the dispatcher uses it.</summary>
internal sealed class OutboxStore(SqliteDatabase database, BootId boot, OutboxLimits limits, TimeProvider time)
{
    private const int ExpiryPage = 200;

    public ValueTask<List<(string Channel, string AccountId)>> AccountsAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(OutboxQueueSql.Accounts, cancellationToken);

    public ValueTask<List<OutboxPlace>> PlacesAsync(string channel, string accountId, long now, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => OutboxQueueSql.Places(connection, channel, accountId, now, limits.Page, limits.LongestRetryAfter), cancellationToken);

    /// <summary>The oldest open row of a destination, if it is due.</summary>
    public ValueTask<long?> NextAsync(OutboxPlace place, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => OutboxQueueSql.Next(connection, place, time.UnixMs, limits.LongestRetryAfter), cancellationToken);

    /// <summary>When a row falls due or expires after that moment.</summary>
    public ValueTask<long?> NextMomentAsync(long after, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => OutboxQueueSql.NextMoment(connection, after), cancellationToken);

    public ValueTask<OutboxRow?> FindAsync(long id, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => OutboxSql.Find(connection, id), cancellationToken);

    /// <summary>A row with what it sends, as text: it may be damaged.</summary>
    public ValueTask<StoredMessageText?> LoadAsync(long id, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => OutboxSql.Find(connection, id) is { } row
                ? connection.Query(
                    "SELECT content, plan FROM outbox WHERE id = $id",
                    columns => new StoredMessageText(row, columns.GetString(0), columns.Text(1)),
                    ("$id", id)).Single()
                : null,
            cancellationToken);

    /// <summary>Writes down that a part is about to be handed over; null when the row is not there to be sent.</summary>
    public ValueTask<OutboxRow?> AttemptAsync(OutboxRow row, bool repeatable, IReadOnlyList<OutboundPart> plan) =>
        database.WriteAsync(
            connection => OutboxStepSql.Attempt(connection, row.Id, row.PartsSent, boot.Value, repeatable, plan, time.UnixMs)
                ? OutboxSql.Find(connection, row.Id)
                : null);

    /// <summary>Writes down what became of the attempt for a row's next part, and gives the row as it is then.</summary>
    public ValueTask<OutboxRow?> RecordAsync(OutboxRow row, OutboxVerdict verdict) =>
        database.WriteAsync(
            connection =>
            {
                Record(connection, row, verdict, time.UnixMs);
                return OutboxSql.Find(connection, row.Id);
            });

    /// <summary>Ends rows whose time is over. Gives some of them; more may be left.</summary>
    public async ValueTask<List<OutboxRow>> ExpireAsync(CancellationToken cancellationToken)
    {
        // Nearly always there are none, and the writer need not hear of it.
        if ((await database.ReadAsync(connection => OutboxQueueSql.Expired(connection, time.UnixMs, limit: 1), cancellationToken)).Count == 0)
            return [];
        return await database.WriteAsync(
            connection =>
            {
                var now = time.UnixMs;
                return OutboxQueueSql.Expired(connection, now, ExpiryPage).ConvertAll(id =>
                {
                    var row = OutboxSql.Find(connection, id)!;
                    OutboxStepSql.End(connection, id, OutboxState.Expired, row.Code ?? OutboxCodes.Expired, ReasonOf(row), now);
                    return OutboxSql.Find(connection, id)!;
                });
            },
            cancellationToken);
    }

    /// <summary>What waits for an account may go at once. Most of the time nothing does, and then nothing is written.</summary>
    public async ValueTask WakeAsync(string channel, string accountId, CancellationToken cancellationToken)
    {
        if (await database.ReadAsync(connection => OutboxStepSql.CountAsleep(connection, channel, accountId, time.UnixMs), cancellationToken) > 0)
            await database.WriteAsync(connection => OutboxStepSql.Wake(connection, channel, accountId, time.UnixMs), cancellationToken);
    }

    private static void Record(SqliteConnection connection, OutboxRow row, OutboxVerdict verdict, long now)
    {
        switch (verdict.State)
        {
            case OutboxState.Sent:
                var isLast = row.PartsSent + 1 == row.Parts;
                OutboxStepSql.Arrived(connection, row.Id, row.PartsSent, isLast, [.. row.MessageIds, .. verdict.MessageIds], verdict.ChatId, now);
                break;
            case OutboxState.Queued:
                var due = now + (long)Math.Ceiling(verdict.Delay.TotalMilliseconds);
                OutboxStepSql.Wait(connection, row.Id, row.PartsSent, due, verdict.Code, verdict.Reason, verdict.Counts);
                break;
            default:
                OutboxStepSql.End(connection, row.Id, verdict.State, verdict.Code, verdict.Reason, now);
                break;
        }
    }

    private static string ReasonOf(OutboxRow row)
    {
        var sent = row.PartsSent > 0 ? $"; {row.PartsSent} of {row.Parts} parts were sent" : "";
        return $"it waited until its time was over{(row.Reason is null ? "" : $" ({row.Reason})")}{sent}";
    }
}
