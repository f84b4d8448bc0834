using System.Text.Json.Nodes;
using OpenClaw.Channels.WhatsApp.Bridge;
using OpenClaw.Channels.WhatsApp.Settings;

namespace OpenClaw.Channels.WhatsApp.Sending;

/// <summary>Shows people that their message was read: only what the gateway took, and never in the account's chat with itself.</summary>
internal sealed class ReadReceipts(BridgeCalls calls, bool isWanted, Func<string?> me)
{
    public async Task DecidedAsync(InboundVerdict verdict, CancellationToken cancellationToken)
    {
        if (!isWanted || verdict.Decision != InboundDecision.Taken || Jids.Chat(verdict.Chat.ChatId) is not { } chat || verdict.SenderId == Jids.Person(null, me()))
            return;
        var key = new JsonObject { ["id"] = verdict.MessageId, ["chat"] = chat, ["fromMe"] = false };
        if (Jids.IsGroup(chat) && Jids.Chat(verdict.SenderId) is { } sender)
            key["participant"] = sender;
        try
        {
            await calls.SignAsync("read", new JsonObject { ["keys"] = new JsonArray(key) }, cancellationToken);
        }
        catch (BridgeException error)
        {
            throw new ChannelException(error.Message);
        }
    }
}
