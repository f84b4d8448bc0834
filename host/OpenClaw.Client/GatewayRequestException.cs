using System.Text.Json;
using OpenClaw.Protocol;

namespace OpenClaw.Client;

/// <summary>The gateway answered a request with an error.</summary>
public sealed class GatewayRequestException : GatewayException
{
    internal GatewayRequestException(string method, ErrorShape error, JsonElement? payload)
        : base(error.Message)
    {
        Method = method;
        Error = error;
        Payload = payload;
    }

    /// <summary>The method that was called.</summary>
    public string Method { get; }

    /// <summary>The error as the gateway sent it.</summary>
    public ErrorShape Error { get; }

    /// <summary>What came beside the error; failed agent runs carry their summary here.</summary>
    public JsonElement? Payload { get; }
}
