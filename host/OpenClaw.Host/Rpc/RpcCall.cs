using System.Text.Json.Serialization.Metadata;

namespace OpenClaw.Host.Rpc;

/// <summary>One request on its way through a handler.</summary>
internal sealed class RpcCall(string requestId, string method, RpcCaller caller, IRpcResponder responder)
{
    private List<Action>? _afterwards;

    public string RequestId { get; } = requestId;

    public string Method { get; } = method;

    public RpcCaller Caller { get; } = caller;

    /// <summary>Sends an interim answer under the same id, as two-phase methods do. The handler's result follows later.</summary>
    public void Acknowledge<T>(T payload, JsonTypeInfo<T> info) => responder.Ok(RequestId, payload, info);

    /// <summary>Puts off what has to come after the result on the wire, such as closing the caller's own connection.</summary>
    public void AfterAnswer(Action action) => (_afterwards ??= []).Add(action);

    internal void Respond<T>(T payload, JsonTypeInfo<T> info)
    {
        responder.Ok(RequestId, payload, info);
        _afterwards?.ForEach(static action => action());
    }
}
