using System.Text.Json.Serialization.Metadata;

namespace OpenClaw.Host.Rpc;

/// <summary>One request on its way through a handler.</summary>
internal sealed class RpcCall(string requestId, string method, RpcCaller caller, IRpcResponder responder)
{
    public string RequestId { get; } = requestId;

    public string Method { get; } = method;

    public RpcCaller Caller { get; } = caller;

    /// <summary>Sends an interim answer under the same id, as two-phase methods do. The handler's result follows later.</summary>
    public void Acknowledge<T>(T payload, JsonTypeInfo<T> info) => responder.Ok(RequestId, payload, info);

    internal void Respond<T>(T payload, JsonTypeInfo<T> info) => responder.Ok(RequestId, payload, info);
}
