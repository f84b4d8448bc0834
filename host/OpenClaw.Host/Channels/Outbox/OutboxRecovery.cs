using OpenClaw.Host.Channels.Outbox.Store;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Channels.Outbox;

/// <summary>
/// Settles attempts that a process which is gone left open. Where sends may be repeated they are, under the same key; elsewhere
/// the message may be in the chat already, so it is reported instead.
/// </summary>
internal sealed partial class OutboxRecovery(SqliteDatabase database, BootId boot, TimeProvider time, ILogger<OutboxRecovery> logger)
{
    private const string Reason = "the gateway ended while the message was being sent";

    /// <summary>Gives the rows whose fate is unknown.</summary>
    public async ValueTask<IReadOnlyList<OutboxRow>> RecoverAsync(CancellationToken cancellationToken)
    {
        var (repeated, unknown) = await database.WriteAsync(
            connection =>
            {
                var again = connection.Execute(
                    """
                    UPDATE outbox SET state = 0, boot_id = NULL, code = $code, reason = $reason
                    WHERE state = 1 AND boot_id IS NOT $boot AND repeatable = 1
                    """,
                    ("$code", OutboxCodes.Restarted),
                    ("$reason", Reason),
                    ("$boot", boot.Value));
                // As many as were being sent at once, which is bounded.
                var ids = connection.Query(
                    "SELECT id FROM outbox WHERE state = 1 AND boot_id IS NOT $boot", static row => row.GetInt64(0), ("$boot", boot.Value));
                foreach (var id in ids)
                    OutboxStepSql.End(connection, id, OutboxState.Unknown, OutboxCodes.UnknownOutcome, Reason, time.UnixMs);
                return (again, ids.ConvertAll(id => OutboxSql.Find(connection, id)!));
            },
            cancellationToken);
        if (repeated + unknown.Count > 0)
            LogRecovered(logger, repeated, unknown.Count);
        return unknown;
    }

    [LoggerMessage(2557, LogLevel.Warning,
        "The last process ended during sends: {Repeated} messages are sent again under the same key, of {Unknown} nobody knows whether they arrived.")]
    private static partial void LogRecovered(ILogger logger, int repeated, int unknown);
}
