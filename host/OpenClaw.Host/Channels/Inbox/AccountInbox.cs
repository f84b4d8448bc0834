using OpenClaw.Channels;
using OpenClaw.Host.Channels.Accounts;
using OpenClaw.Plugins;

namespace OpenClaw.Host.Channels.Inbox;

/// <summary>The inbox of one account: answers a channel only when its message is on disk.</summary>
internal sealed class AccountInbox(AccountKey account, InboxStore store, InboxSignal signal, MessageCleaner cleaner, MediaShelf media, InboxLimits limits, TimeProvider time)
    : IAccountInbox
{
    private volatile Door? _door;
    private long _lastArrival;

    /// <summary>When the account last brought a message.</summary>
    public DateTimeOffset? LastArrivalAt =>
        Interlocked.Read(ref _lastArrival) is var ms and > 0 ? DateTimeOffset.FromUnixTimeMilliseconds(ms) : null;

    public IChannelInbox Open()
    {
        var door = new Door(this);
        _door = door;
        return door;
    }

    public void Close() => _door = null;

    private async ValueTask<InboundReceipt> AcceptAsync(Door door, InboundMessage message, CancellationToken cancellationToken)
    {
        ThrowIfClosed(door);
        if (cleaner.Problem(message) is { } problem)
            return new InboundReceipt(InboundDisposition.Refused, problem);
        if (!message.IsEdit && await store.ExistsAsync(account, message.MessageId, cancellationToken))
            return new InboundReceipt(InboundDisposition.Duplicate);
        await WaitForRoomAsync(door, cancellationToken);
        var files = await media.KeepAsync(message.Parts, cleaner, cancellationToken);
        ThrowIfClosed(door);
        var isNew = await store.AddAsync(account, message.MessageId, cleaner.Clean(message, files), message.IsEdit, cancellationToken);
        Interlocked.Exchange(ref _lastArrival, time.GetUtcNow().ToUnixTimeMilliseconds());
        signal.Arrived();
        return new InboundReceipt(isNew ? InboundDisposition.Stored : InboundDisposition.Duplicate);
    }

    // A platform that is not acknowledged keeps the message; nothing is dropped here.
    private async Task WaitForRoomAsync(Door door, CancellationToken cancellationToken)
    {
        while (true)
        {
            var room = signal.Room;
            if (await store.CountReceivedAsync(account, cancellationToken) < limits.MaxWaiting)
                return;
            await room.WaitAsync(cancellationToken);
            ThrowIfClosed(door);
        }
    }

    private void ThrowIfClosed(Door door)
    {
        if (!ReferenceEquals(_door, door))
            throw new PluginStoppedException($"Account {account} has stopped and takes no more messages.");
    }

    /// <summary>What the channel holds. A channel that was stopped holds one that leads nowhere.</summary>
    private sealed class Door(AccountInbox inbox) : IChannelInbox
    {
        public ValueTask<InboundReceipt> AcceptAsync(InboundMessage message, CancellationToken cancellationToken) =>
            inbox.AcceptAsync(this, message, cancellationToken);
    }
}
