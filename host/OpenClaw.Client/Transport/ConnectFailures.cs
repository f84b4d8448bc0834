using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text.Json;
using OpenClaw.Protocol;

namespace OpenClaw.Client.Transport;

/// <summary>Turns what went wrong during a connect into one exception that says what to do.</summary>
internal static class ConnectFailures
{
    public static GatewayConnectException FromError(Uri url, ErrorShape error)
    {
        var failure = Classify(error);
        var address = GatewayAddress.Display(url);
        return new(failure, url, failure switch
        {
            GatewayConnectFailure.Unauthorized =>
                $"{address} does not accept the credentials: {error.Message}. Pass the token or password of this gateway (gateway.auth in its configuration).",
            GatewayConnectFailure.NotPaired =>
                $"{address} wants a paired device: {error.Message}. Pass the gateway's token or password, or pair this device.",
            GatewayConnectFailure.ProtocolMismatch =>
                $"{address} speaks another protocol generation: {error.Message}. Bring client and gateway to versions that belong together.",
            GatewayConnectFailure.Unavailable => $"{address} does not take connections now: {error.Message}. Try again shortly.",
            _ => $"{address} refused the connection: {error.Message}",
        }, error);
    }

    /// <summary>The gateway does not know the token, and holds one for this device that it would take.</summary>
    public static bool AsksForDeviceToken(GatewayConnectException refused) =>
        refused.Error is { Details: { ValueKind: JsonValueKind.Object } details } error
        && DetailCode(error) == "AUTH_TOKEN_MISMATCH"
        && details.TryGetProperty("canRetryWithDeviceToken", out var can)
        && can.ValueKind == JsonValueKind.True;

    /// <summary>A gateway that takes no <c>resume</c> names it among what it does not expect.</summary>
    public static bool DoesNotKnowResume(GatewayConnectException refused) =>
        refused.Error is { Code: ErrorCodes.InvalidRequest } error && error.Message.Contains("'resume'", StringComparison.Ordinal);

    /// <summary>The token this device was given is not good any more. Old gateways name the shared token there.</summary>
    public static bool IsStaleDeviceToken(GatewayConnectException refused) =>
        refused.Error is { } error
        && (DetailCode(error) is "AUTH_DEVICE_TOKEN_MISMATCH" or "AUTH_TOKEN_MISMATCH"
            || error.Message.Contains("token mismatch", StringComparison.Ordinal));

    public static GatewayConnectException FromClose(Uri url, ConnectionEnd end)
    {
        var failure = end.CloseCode is CloseCodes.TryAgainLater or CloseCodes.ServiceRestart
            ? GatewayConnectFailure.Unavailable
            : GatewayConnectFailure.Refused;
        var how = end.CloseCode is { } code ? $"closed the connection ({code} {end.CloseReason})" : "dropped the connection";
        return new(failure, url, $"{GatewayAddress.Display(url)} {how} before the handshake was complete; its log says why.");
    }

    public static GatewayConnectException FromTimeout(Uri url, TimeSpan timeout) => new(
        GatewayConnectFailure.TimedOut,
        url,
        $"{GatewayAddress.Display(url)} did not complete the handshake within {timeout.TotalMilliseconds:0} ms; "
        + "check that a gateway listens there and that nothing in between holds the connection.");

    public static GatewayConnectException FromTransport(Uri url, WebSocketException error, int httpStatus)
    {
        var address = GatewayAddress.Display(url);
        if (SocketErrorIn(error) is { } socketError)
        {
            return new(
                GatewayConnectFailure.Unreachable, url,
                $"Gateway not reachable at {address} ({Name(socketError)}). Start the gateway, or check the address.", innerException: error);
        }

        return httpStatus is 0 or 101
            ? new(GatewayConnectFailure.NotAGateway, url, $"{address} broke the connection off: {error.Message}", innerException: error)
            : new(
                GatewayConnectFailure.NotAGateway, url,
                $"{address} answered with HTTP {httpStatus} instead of a WebSocket; check the port, or the proxy in front of the gateway.",
                innerException: error);
    }

    private static GatewayConnectFailure Classify(ErrorShape error)
    {
        var detail = DetailCode(error);
        return error.Code switch
        {
            ErrorCodes.NotPaired => GatewayConnectFailure.NotPaired,
            _ when detail is "PROTOCOL_MISMATCH" => GatewayConnectFailure.ProtocolMismatch,
            _ when detail is "AUTH_RATE_LIMITED" => GatewayConnectFailure.Unavailable,
            ErrorCodes.Unavailable => GatewayConnectFailure.Unavailable,
            _ when detail?.StartsWith("AUTH_", StringComparison.Ordinal) == true
                || error.Message.StartsWith("unauthorized", StringComparison.Ordinal) => GatewayConnectFailure.Unauthorized,
            _ when error.Message.StartsWith("protocol mismatch", StringComparison.Ordinal) => GatewayConnectFailure.ProtocolMismatch,
            _ => GatewayConnectFailure.Refused,
        };
    }

    private static string? DetailCode(ErrorShape error) =>
        error.Details is { ValueKind: JsonValueKind.Object } details
        && details.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.String
            ? code.GetString()
            : null;

    private static SocketError? SocketErrorIn(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
        {
            if (error is SocketException socket)
            {
                return socket.SocketErrorCode;
            }
        }

        return null;
    }

    // Scripts know the names of the C library.
    private static string Name(SocketError error) => error switch
    {
        SocketError.ConnectionRefused => "ECONNREFUSED",
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => "ENOTFOUND",
        SocketError.HostUnreachable => "EHOSTUNREACH",
        SocketError.NetworkUnreachable => "ENETUNREACH",
        SocketError.TimedOut => "ETIMEDOUT",
        SocketError.ConnectionReset => "ECONNRESET",
        _ => error.ToString(),
    };
}
