namespace OpenClaw.Client.Transport;

/// <summary>How a connection ended.</summary>
internal sealed record ConnectionEnd(int? CloseCode, string? CloseReason)
{
    public GatewayDisconnectedException ToException(string during) => new(
        CloseCode is { } code
            ? $"The gateway closed the connection during {during} ({code}{(string.IsNullOrEmpty(CloseReason) ? "" : $" {CloseReason}")})."
            : $"The connection to the gateway was lost during {during}.",
        CloseCode,
        CloseReason);
}
