using OpenClaw.Host.Channels.Inbox;
using OpenClaw.Host.Channels.Outbox;
using OpenClaw.Host.Channels.Outbox.Store;

namespace OpenClaw.Host.Channels.Turns;

/// <summary>Ends a message's way with a word of the gateway's own: both are on disk, or neither is.</summary>
internal sealed class ChatNotices(InboxStore store, OutboundSettings settings, OutboxSignal signal, TimeProvider time)
{
    /// <param name="row">The message.</param>
    /// <param name="state">What became of it.</param>
    /// <param name="reason">Why, for the record.</param>
    /// <param name="key">Unique: what was said under a key is not said again.</param>
    /// <param name="text">What the chat is told.</param>
    /// <param name="cancellationToken">Gives up before, never in the middle.</param>
    public async ValueTask SettleAsync(InboxRow row, InboxState state, string reason, string key, string text, CancellationToken cancellationToken)
    {
        var entry = new OutboxEntry
        {
            Key = key,
            Kind = OutboxKinds.Notice,
            Channel = row.Account.Channel,
            AccountId = row.Account.Account,
            Content = new OutboundContent
            {
                ChatId = row.Message.ChatId,
                ChatKind = row.Message.ChatKind,
                ThreadId = row.Message.ThreadId,
                AnswersMessageId = row.PlatformId,
                Text = text,
            },
        };
        await store.SettleAsync(
            row, state, reason, connection => OutboxSql.Add(connection, entry, settings.Lifetime, time.GetUtcNow().ToUnixTimeMilliseconds()), cancellationToken);
        signal.Raise();
    }
}
