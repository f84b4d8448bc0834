using System.Text.Json;
using OpenClaw.Host.Rpc;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Channels.Messages;

/// <summary><c>poll</c> and <c>message.action</c>: refused in the words clients know, since no channel runs.</summary>
internal sealed class MessagesRpc(ChannelBoard board) : IRpcModule
{
    private const string Poll = "poll";

    private const string NoChannel =
        "Error: Channel is required (no configured channels detected). Run openclaw channels add to configure one, or pass --channel <channel> after "
        + "enabling a channel. Use openclaw channels list --all to see available channel ids.";

    public void Register(RpcMethods methods) => methods
        .Add(Poll, static () => ChannelsJsonContext.Default.PollParams, static () => ProtocolJsonContext.Default.JsonElement, AskPoll)
        .Add(MethodNames.MessageAction, static () => ChannelsJsonContext.Default.MessageActionParams, static () => ProtocolJsonContext.Default.JsonElement, Act);

    private ValueTask<JsonElement> AskPoll(RpcCall call, PollParams parameters, CancellationToken cancellationToken) =>
        throw Refusal(call, parameters.Channel, "unsupported poll channel");

    private ValueTask<JsonElement> Act(RpcCall call, MessageActionParams parameters, CancellationToken cancellationToken) =>
        throw (board.Find(parameters.Channel) is null
            ? RpcException.InvalidRequest($"Channel {parameters.Channel} does not support action {parameters.Action}.")
            : NotRunning(call, parameters.Channel));

    private RpcException Refusal(RpcCall call, string? asked, string unknown)
    {
        var channel = string.IsNullOrWhiteSpace(asked) ? board.Configured is [var only] ? only.Id : null : asked.Trim();
        if (channel is null)
            return RpcException.InvalidRequest(NoChannel);
        return board.Find(channel) is null ? RpcException.InvalidRequest($"{unknown}: {channel}") : NotRunning(call, channel);
    }

    private static RpcException NotRunning(RpcCall call, string channel) =>
        RpcException.Unavailable($"{call.Method}: channel {channel} does not run; this gateway does not send through channels yet");
}
