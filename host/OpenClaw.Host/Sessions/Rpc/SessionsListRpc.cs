using OpenClaw.Host.Events;
using OpenClaw.Host.Rpc;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Sessions;

namespace OpenClaw.Host.Sessions.Rpc;

/// <summary><c>sessions.list</c>, and the subscription to what changes in it.</summary>
internal sealed class SessionsListRpc(SessionLists lists, SessionSubscriptions subscriptions) : IRpcModule
{
    private static readonly SessionsListParams NoList = new();

    public void Register(RpcMethods methods) => methods
        .Add(
            MethodNames.SessionsList,
            static () => ProtocolJsonContext.Default.SessionsListParams,
            static () => ProtocolJsonContext.Default.SessionsListResult,
            (_, parameters, cancellationToken) => lists.ListAsync(parameters, cancellationToken))
        .Add(
            MethodNames.SessionsSubscribe,
            static () => ProtocolJsonContext.Default.SessionsListParams,
            static () => ProtocolJsonContext.Default.SessionsSubscribeResult,
            SubscribeAsync);

    private async ValueTask<SessionsSubscribeResult> SubscribeAsync(
        RpcCall call, SessionsListParams parameters, CancellationToken cancellationToken)
    {
        // First the subscription, then the list: what changes in between is told rather than lost.
        subscriptions.ListenToList(call.Caller.ConnectionId);
        return new SessionsSubscribeResult
        {
            Subscribed = true,
            List = parameters == NoList ? null : await lists.ListAsync(parameters, cancellationToken),
        };
    }
}
