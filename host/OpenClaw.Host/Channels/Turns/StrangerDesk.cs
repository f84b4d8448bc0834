using OpenClaw.Host.Channels.Inbox;
using OpenClaw.Host.Channels.Pairing;

namespace OpenClaw.Host.Channels.Turns;

/// <summary>Tells strangers how to be let in. Each is told once; what they wrote goes no further.</summary>
internal sealed class StrangerDesk(ChannelPairing pairing, ChannelBoard board, InboxStore store, ChatNotices notices)
{
    private const string Reason = "sender is not paired";

    public ValueTask<bool> IsPairedAsync(InboxRow row, CancellationToken cancellationToken) =>
        pairing.IsAllowedAsync(row.Account.Channel, row.Account.Account, row.Message.SenderId, cancellationToken);

    public async ValueTask AnswerAsync(InboxRow row, CancellationToken cancellationToken)
    {
        var (outcome, request) = await pairing.AskAsync(
            row.Account.Channel, row.Account.Account, row.Message.SenderId, MetaOf(row.Message), row.Message.Chat, cancellationToken);
        // Also where the request was there already: a crash may have come before the word was said, and its key says it once.
        if (outcome is PairingAsk.Created or PairingAsk.Waiting && request is not null)
            await notices.SettleAsync(row, InboxState.Dropped, Reason, $"pairing:{request.Id}", TextFor(request), cancellationToken);
        else
            await store.SettleAsync(row, InboxState.Dropped, Reason, cancellationToken);
    }

    private string TextFor(PairingRequest request) =>
        $"""
        This assistant does not know you yet.

        Your {board.Find(request.Channel)?.Label ?? request.Channel} id: {request.SenderId}
        Your pairing code:
        ```
        {request.Code}
        ```

        Its owner can let you in with:
        ```
        openclaw pairing approve {request.Channel} {request.Code}
        ```
        """.ReplaceLineEndings("\n");

    private static Dictionary<string, string> MetaOf(ReceivedMessage message)
    {
        var meta = new Dictionary<string, string>(StringComparer.Ordinal) { ["senderId"] = message.SenderId };
        if (message.SenderName is { } name)
            meta["name"] = name;
        if (message.SenderUserName is { } user)
            meta["username"] = user;
        return meta;
    }
}
