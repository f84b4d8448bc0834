using System.Text.Json.Serialization.Metadata;

namespace OpenClaw.Host.Rpc;

/// <summary>Takes answers of a call: a socket, or the body of an HTTP response.</summary>
internal interface IRpcResponder
{
    void Ok<T>(string requestId, T payload, JsonTypeInfo<T> info);
}
