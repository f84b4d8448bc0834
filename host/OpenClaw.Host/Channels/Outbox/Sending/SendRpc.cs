using OpenClaw.Host.Channels.Messages;
using OpenClaw.Host.Rpc;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Channels.Outbox.Sending;

/// <summary><c>send</c>: answers when the platform has the message.</summary>
internal sealed class SendRpc(SendRequests requests, OutboundSends sends) : IRpcModule
{
    public void Register(RpcMethods methods) =>
        methods.Add(MethodNames.Send, static () => ChannelsJsonContext.Default.SendParams, static () => ChannelsJsonContext.Default.SendReceipt, SendAsync);

    private async ValueTask<SendReceipt> SendAsync(RpcCall call, SendParams parameters, CancellationToken cancellationToken)
    {
        var entry = await requests.OfAsync(call, parameters, cancellationToken);
        var row = await sends.SendAsync(call, entry, cancellationToken);
        return row.State == OutboxState.Sent
            ? new SendReceipt(parameters.IdempotencyKey, row.MessageIds is [.., var last] ? last : null, row.Channel, row.ChatId ?? entry.Content.ChatId)
            : throw OutboundSends.FailureOf(call, row);
    }
}
