using OpenClaw.Host.Channels.Outbox.Sending;
using OpenClaw.Host.Rpc;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Channels.Messages;

/// <summary><c>poll</c> and <c>message.action</c>.</summary>
internal sealed class MessagesRpc(MessageActions actions, PollSends polls) : IRpcModule
{
    private const string Poll = "poll";

    public void Register(RpcMethods methods) => methods
        .Add(Poll, static () => ChannelsJsonContext.Default.PollParams, static () => ChannelsJsonContext.Default.SendReceipt, PollAsync)
        .Add(MethodNames.MessageAction, static () => ChannelsJsonContext.Default.MessageActionParams, static () => ChannelsJsonContext.Default.ActionResult, ActAsync);

    private ValueTask<SendReceipt> PollAsync(RpcCall call, PollParams parameters, CancellationToken cancellationToken) =>
        polls.SendAsync(call, parameters, cancellationToken);

    private ValueTask<ActionResult> ActAsync(RpcCall call, MessageActionParams parameters, CancellationToken cancellationToken) =>
        actions.RunAsync(call, new ActionParams(parameters), cancellationToken);
}
