using OpenClaw.Channels;
using OpenClaw.Content;
using OpenClaw.Host.Channels.Accounts;
using OpenClaw.Plugins;

namespace OpenClaw.Host.Channels.Inbox;

/// <summary>The inbox of one account: answers a channel only when its message is on disk.</summary>
internal sealed class AccountInbox(AccountKey account, InboxStore store, InboxSignal signal, MessageCleaner cleaner, MediaShelf media, InboxLimits limits, TimeProvider time)
    : IAccountInbox
{
    // Counted again after so many messages: what is taken out in between only makes more room.
    private const int RoomAtOnce = 256;

    private const string TooFast = "the sender writes faster than anybody can answer";

    private readonly SenderPace _pace = new(limits);
    private volatile Door? _door;
    private long _lastArrival;
    private long _room;

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
        // What is not waiting any more was said, and a change of it says nothing new.
        if (message.IsEdit && !await store.IsWaitingAsync(account, MessageCleaner.KeyOf(message), cancellationToken))
            return new InboundReceipt(InboundDisposition.Duplicate);
        if (!_pace.TryTake(message))
            return new InboundReceipt(InboundDisposition.Refused, TooFast);
        var excess = cleaner.Excess(message);
        var hasRoom = Interlocked.Decrement(ref _room) >= 0;
        var hasFiles = excess is null && message.Parts.Any(static part => part is MediaPart);
        // The row's key finds it out by itself; asked before only where finding out costs the sender's files or a wait.
        if ((!hasRoom || hasFiles) && !message.IsEdit && await store.ExistsAsync(account, MessageCleaner.KeyOf(message), cancellationToken))
            return new InboundReceipt(InboundDisposition.Duplicate);
        if (!hasRoom)
            await WaitForRoomAsync(door, cancellationToken);
        var received = excess is null
            ? cleaner.Clean(message, hasFiles ? await media.KeepAsync(message.Parts, cleaner, cancellationToken) : [])
            : cleaner.Beginning(message, excess);
        ThrowIfClosed(door);
        var isNew = await store.AddAsync(account, MessageCleaner.KeyOf(message), received, message.IsEdit, cancellationToken);
        Interlocked.Exchange(ref _lastArrival, time.GetUtcNow().ToUnixTimeMilliseconds());
        signal.Raise();
        return excess is null
            ? new InboundReceipt(isNew ? InboundDisposition.Stored : InboundDisposition.Duplicate)
            : new InboundReceipt(InboundDisposition.Refused, excess);
    }

    // A platform that is not acknowledged keeps the message; nothing is dropped here.
    private async Task WaitForRoomAsync(Door door, CancellationToken cancellationToken)
    {
        while (true)
        {
            var room = signal.Room;
            var left = limits.MaxWaiting - await store.CountReceivedAsync(account, cancellationToken);
            if (left > 0)
            {
                Interlocked.Exchange(ref _room, Math.Min(left - 1, RoomAtOnce));
                return;
            }

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
