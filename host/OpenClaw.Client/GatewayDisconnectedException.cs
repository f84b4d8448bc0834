namespace OpenClaw.Client;

/// <summary>There is no connection to send a request on, or it was lost before the answer came.</summary>
public sealed class GatewayDisconnectedException : GatewayException
{
    internal GatewayDisconnectedException(string message, int? closeCode = null, string? closeReason = null)
        : base(message)
    {
        CloseCode = closeCode;
        CloseReason = closeReason;
    }

    /// <summary>The WebSocket close code, when the gateway sent one.</summary>
    public int? CloseCode { get; }

    /// <summary>The text that came with <see cref="CloseCode"/>.</summary>
    public string? CloseReason { get; }
}
