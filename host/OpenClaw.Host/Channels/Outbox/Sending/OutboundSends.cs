using System.Text.Json;
using Microsoft.Data.Sqlite;
using OpenClaw.Host.Channels.Outbox.Store;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Storage;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Channels.Outbox.Sending;

/// <summary>Messages that a client sends and waits for: stored first, then sent as any other, and the key answers for it from then on.</summary>
internal sealed class OutboundSends(
    SqliteDatabase database, OutboxSignal signal, OutboxReceipts receipts, OutboxStore store, IChannelSender sender, OutboundSettings settings,
    OutboxLimits limits, TimeProvider time)
{
    /// <summary>Gives the row when it has ended.</summary>
    /// <exception cref="RpcException">It was not taken, or has not ended in time.</exception>
    public async ValueTask<OutboxRow> SendAsync(RpcCall call, OutboxEntry entry, CancellationToken cancellationToken)
    {
        var isRunning = sender.IsRunning(entry.Channel, entry.AccountId);
        var row = await database.WriteAsync(
            connection =>
            {
                if (OutboxSql.FindByKey(connection, entry.Key) is { } known)
                    return Again(connection, Known(call, entry, known));
                if (!isRunning)
                    throw NotRunning(call, entry);
                if (OutboxSql.CountWaiting(connection) >= limits.MaxWaiting)
                    throw Full(call);
                OutboxSql.Add(connection, entry, settings.Lifetime, time.UnixMs);
                return OutboxSql.FindByKey(connection, entry.Key)!;
            },
            cancellationToken);
        signal.Raise();
        return row.HasEnded ? row : await EndOfAsync(call, row, cancellationToken);
    }

    /// <summary>What the caller is told of a message that was not sent.</summary>
    public static RpcException FailureOf(RpcCall call, OutboxRow row)
    {
        var details = JsonSerializer.SerializeToElement(
            new SendFailureDetails(row.Id, OutboxStates.NameOf(row.State), row.Code), ChannelsJsonContext.Default.SendFailureDetails);
        return new RpcException(new ErrorShape
        {
            Code = row.Code == OutboxCodes.NotLinked ? ErrorCodes.NotLinked : ErrorCodes.Unavailable,
            Message = row.State switch
            {
                OutboxState.Unknown => $"{call.Method}: nobody knows whether the message arrived ({row.Reason}); it is not repeated. Look at the chat before you send it again with a fresh key",
                OutboxState.Dropped => $"{call.Method}: the message was given up by an operator; send it again with a fresh key",
                _ => $"{call.Method}: not sent: {row.Reason} ({row.Code})",
            },
            Details = details,
            Retryable = row.Code == OutboxCodes.NotLinked,
        });
    }

    private static OutboxRow Known(RpcCall call, OutboxEntry entry, OutboxRow known) => known.Fingerprint == OutboxSql.FingerprintOf(entry)
        ? known
        : throw RpcException.InvalidRequest(
            $"invalid {call.Method} params: idempotencyKey was already used for a different message; send a new one with a fresh key");

    /// <summary>The login was missing and nothing left: the same request may try again.</summary>
    private OutboxRow Again(SqliteConnection connection, OutboxRow known)
    {
        if (known is not { State: OutboxState.Failed, Code: OutboxCodes.NotLinked })
            return known;
        OutboxStepSql.Revive(connection, known.Id, settings.Lifetime, time.UnixMs);
        return OutboxSql.Find(connection, known.Id)!;
    }

    private async ValueTask<OutboxRow> EndOfAsync(RpcCall call, OutboxRow row, CancellationToken cancellationToken)
    {
        var waiter = receipts.WaitFor(row.Id);
        try
        {
            return await store.FindAsync(row.Id, cancellationToken) is { HasEnded: true } ended
                ? ended
                : await waiter.End.WaitAsync(limits.ReceiptPatience, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw RpcException.Unavailable(
                $"{call.Method}: message {row.Id} is in the outbox and was not sent within {limits.ReceiptPatience.TotalSeconds:0} seconds; it is sent when the "
                + "channel takes it. The same idempotencyKey asks for its receipt",
                retryable: true);
        }
        finally
        {
            receipts.Leave(row.Id, waiter);
        }
    }

    private static RpcException NotRunning(RpcCall call, OutboxEntry entry) => RpcException.Unavailable(
        $"{call.Method}: account {entry.AccountId} of channel {entry.Channel} does not run; channels.status says why", retryable: true);

    private static RpcException Full(RpcCall call) =>
        RpcException.Unavailable($"{call.Method}: the outbox is full; wait until messages were sent, or drop some", retryable: true, retryAfterMs: 30_000);
}
