using OpenClaw.Protocol;

namespace OpenClaw.Client;

/// <summary>A connection could not be made. The message names the address, what happened and what to do.</summary>
public sealed class GatewayConnectException : GatewayException
{
    internal GatewayConnectException(
        GatewayConnectFailure failure, Uri url, string message, ErrorShape? error = null, Exception? innerException = null)
        : base(message, innerException)
    {
        Failure = failure;
        Url = url;
        Error = error;
    }

    /// <summary>What kind of failure it is.</summary>
    public GatewayConnectFailure Failure { get; }

    /// <summary>The address that was tried.</summary>
    public Uri Url { get; }

    /// <summary>The gateway's own words, when it gave any.</summary>
    public ErrorShape? Error { get; }

    /// <summary>True when the same attempt can succeed later without anybody changing anything.</summary>
    public bool IsTransient =>
        Failure is GatewayConnectFailure.Unreachable or GatewayConnectFailure.TimedOut or GatewayConnectFailure.Unavailable
            or GatewayConnectFailure.NotAGateway
        || Error?.Retryable == true;

    /// <summary>The wait the gateway asked for.</summary>
    internal TimeSpan? RetryAfter => Error?.RetryAfterMs is { } wait ? TimeSpan.FromMilliseconds(wait) : null;
}
