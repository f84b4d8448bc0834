using OpenClaw.Host.Channels.Drafts;
using OpenClaw.Host.Channels.Outbox.Rpc;
using OpenClaw.Host.Events;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Channels.Outbox;

/// <summary>Tells of messages that ended: those who wait for them, the meters, the log, and operators where it went wrong.</summary>
internal sealed partial class OutboxNews(OutboxReceipts receipts, OutboxMetrics metrics, IEventPublisher publisher, ILogger<OutboxNews> logger, DraftSignal? drafts = null)
{
    public void Ended(OutboxRow row)
    {
        metrics.Ended(row);
        receipts.Ended(row);
        if (row.Kind == OutboxKinds.Reply)
            drafts?.Raise();
        switch (row.State)
        {
            case OutboxState.Sent:
                LogSent(logger, row.Id, row.Channel, row.AccountId, row.PartsSent);
                return;
            case OutboxState.Unknown:
                LogUnknown(logger, row.Id, row.Channel, row.AccountId, row.Reason);
                break;
            case OutboxState.Failed or OutboxState.Expired:
                LogDead(logger, row.Id, row.Channel, row.AccountId, OutboxStates.NameOf(row.State), row.Code, row.Reason);
                break;
        }

        Changed(row);
    }

    /// <summary>Tells operators that a row of their concern changed.</summary>
    public void Changed(OutboxRow row) => publisher.Publish(
        GatewayEvent.Create(EventNames.OutboxChanged, OutboxItem.Of(row, preview: null), OutboxRpcJsonContext.Default.OutboxItem));

    [LoggerMessage(2552, LogLevel.Debug, "Message {Id} of the outbox was sent through {Channel}/{Account} in {Parts} parts.")]
    private static partial void LogSent(ILogger logger, long id, string channel, string account, int parts);

    [LoggerMessage(2553, LogLevel.Error,
        "Nobody knows whether message {Id} of the outbox arrived through {Channel}/{Account} ({Reason}). It is not repeated; "
        + "look at the chat, then run: openclaw outbox retry {Id}, or: openclaw outbox drop {Id}.")]
    private static partial void LogUnknown(ILogger logger, long id, string channel, string account, string? reason);

    [LoggerMessage(2554, LogLevel.Error,
        "Message {Id} of the outbox was not sent through {Channel}/{Account}: {State}, {Code} ({Reason}). Run: openclaw outbox retry {Id}, or: openclaw outbox drop {Id}.")]
    private static partial void LogDead(ILogger logger, long id, string channel, string account, string state, string? code, string? reason);
}
