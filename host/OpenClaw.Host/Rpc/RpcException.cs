using System.Text.Json;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Rpc;

/// <summary>Ends a call with an error whose text is safe to show to the caller.</summary>
internal sealed class RpcException(ErrorShape error, JsonElement? payload = null) : Exception(error.Message)
{
    public ErrorShape Error { get; } = error;

    /// <summary>Sent beside the error, as failed agent runs do.</summary>
    public JsonElement? Payload { get; } = payload;

    public static RpcException InvalidRequest(string message, JsonElement? details = null) =>
        new(ErrorShape.InvalidRequest(message, details));

    public static RpcException Unavailable(string message, bool? retryable = null, long? retryAfterMs = null) =>
        new(ErrorShape.Unavailable(message, retryable, retryAfterMs));
}
