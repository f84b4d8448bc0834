using OpenClaw.Host.Channels.Inbox;

namespace OpenClaw.Host.Channels.Hooks;

/// <summary>Takes messages that are about to become a turn past the hooks; those that end there are settled.</summary>
internal sealed partial class ReceivedMessages(MessageHooks hooks, InboxStore store, ILogger<ReceivedMessages> logger)
{
    public async ValueTask<List<InboxRow>> FilterAsync(IReadOnlyList<InboxRow> rows, CancellationToken cancellationToken)
    {
        if (!hooks.HasAny)
            return [.. rows];
        List<InboxRow> kept = [];
        foreach (var row in rows)
        {
            var (text, stopped) = await hooks.ReceivedAsync(row, cancellationToken);
            if (stopped is null)
            {
                kept.Add(text == row.Message.Text ? row : row with { Message = row.Message with { Text = text } });
                continue;
            }

            LogStopped(logger, row.Id, row.Account.ToString(), stopped);
            await store.SettleAsync(row, InboxState.Dropped, stopped, cancellationToken);
        }

        return kept;
    }

    [LoggerMessage(8614, LogLevel.Information, "Message {Id} of account {Account} was stopped: {Reason}")]
    private static partial void LogStopped(ILogger logger, long id, string account, string reason);
}
