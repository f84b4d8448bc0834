using OpenClaw.Host.Events;
using OpenClaw.Host.Rpc;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Sessions;

namespace OpenClaw.Host.Sessions.Rpc;

/// <summary><c>sessions.messages.subscribe</c> and <c>.unsubscribe</c>.</summary>
internal sealed class SessionsMessagesRpc(SessionAddresses addresses, SessionSubscriptions subscriptions) : IRpcModule
{
    public void Register(RpcMethods methods) => methods
        .Add(
            MethodNames.SessionsMessagesSubscribe,
            static () => ProtocolJsonContext.Default.SessionsMessagesSubscribeParams,
            static () => ProtocolJsonContext.Default.SessionsMessagesSubscription,
            Subscribe)
        .Add(
            MethodNames.SessionsMessagesUnsubscribe,
            static () => ProtocolJsonContext.Default.SessionsMessagesUnsubscribeParams,
            static () => ProtocolJsonContext.Default.SessionsMessagesSubscription,
            Unsubscribe);

    private ValueTask<SessionsMessagesSubscription> Subscribe(
        RpcCall call, SessionsMessagesSubscribeParams parameters, CancellationToken cancellationToken)
    {
        var key = addresses.Of(call, parameters.Key, parameters.AgentId).Key;
        if (!subscriptions.TryListen(call.Caller.ConnectionId, key))
        {
            throw RpcException.InvalidRequest(
                $"this connection listens to {SessionSubscriptions.MaxSessionsPerConnection} sessions already; unsubscribe from one first, or use {MethodNames.SessionsSubscribe}");
        }

        return ValueTask.FromResult(new SessionsMessagesSubscription { Subscribed = true, Key = key });
    }

    private ValueTask<SessionsMessagesSubscription> Unsubscribe(
        RpcCall call, SessionsMessagesUnsubscribeParams parameters, CancellationToken cancellationToken)
    {
        var key = addresses.Of(call, parameters.Key, parameters.AgentId).Key;
        subscriptions.StopListening(call.Caller.ConnectionId, key);
        return ValueTask.FromResult(new SessionsMessagesSubscription { Subscribed = false, Key = key });
    }
}
