namespace OpenClaw.Client;

/// <summary>The gateway did not answer in time. It may still carry the request out.</summary>
public sealed class GatewayRequestTimeoutException : GatewayException
{
    internal GatewayRequestTimeoutException(string method, TimeSpan timeout)
        : base($"The gateway did not answer {method} within {timeout.TotalMilliseconds:0} ms; give the request a longer timeout or look at the gateway's log.")
    {
        Method = method;
        RequestTimeout = timeout;
    }

    /// <summary>The method that was called.</summary>
    public string Method { get; }

    /// <summary>The time that ran out.</summary>
    public TimeSpan RequestTimeout { get; }
}
