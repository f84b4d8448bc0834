namespace OpenClaw.Client;

/// <summary>Base of every failure a <see cref="GatewayClient"/> reports.</summary>
public abstract class GatewayException : Exception
{
    private protected GatewayException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
