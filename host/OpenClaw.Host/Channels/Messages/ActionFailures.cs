using OpenClaw.Channels;
using OpenClaw.Host.Channels.Outbox;
using OpenClaw.Host.Channels.Outbox.Sending;
using OpenClaw.Host.Rpc;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Channels.Messages;

/// <summary>What a caller is told of an action that the platform did not do.</summary>
internal static class ActionFailures
{
    public static RpcException Of(RpcCall call, ActionParams parameters, OutboundTarget at, SendOutcome? outcome) => outcome switch
    {
        null => RpcException.Unavailable(
            $"{call.Method}: account {at.AccountId} of channel {at.Channel} does not run; channels.status says why", retryable: true),
        SendRefused refused when ReferenceEquals(refused, IChannelSender.Unsupported) || refused.Code == IChannelSender.Unsupported.Code =>
            RpcException.InvalidRequest($"Channel {parameters.Channel} does not support action {parameters.Action}."),
        SendRefused refused => RpcException.InvalidRequest($"{call.Method}: {at.Channel} refused: {refused.Reason} ({refused.Code})"),
        SendNotLinked unlinked => new RpcException(new ErrorShape
        {
            Code = ErrorCodes.NotLinked,
            Message = $"{call.Method}: {unlinked.Reason}",
            Retryable = true,
        }),
        SendRetryable retryable => RpcException.Unavailable(
            $"{call.Method}: {at.Channel} cannot now: {retryable.Reason}", retryable: true, retryAfterMs: (long?)retryable.RetryAfter?.TotalMilliseconds),
        SendUnknown unknown => RpcException.Unavailable($"{call.Method}: nobody knows whether it was done: {unknown.Reason}; doing it again does no harm", retryable: true),
        _ => RpcException.Unavailable($"{call.Method}: the channel gave no outcome"),
    };
}
