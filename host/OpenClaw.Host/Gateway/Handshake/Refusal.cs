using System.Text.Json;
using OpenClaw.Host.Gateway.Transport;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Connect;

namespace OpenClaw.Host.Gateway.Handshake;

/// <summary>Why a connection ends in the handshake: the answer, the close frame behind it, and how long both are held back.</summary>
internal sealed record Refusal
{
    /// <summary>What the refusal is counted as.</summary>
    public required string Kind { get; init; }

    public ErrorShape? Error { get; init; }

    public required CloseFrame Close { get; init; }

    public TimeSpan Delay { get; init; }

    public static Refusal Silent(string kind, int code, string reason = "") => new() { Kind = kind, Close = new CloseFrame(code, reason) };

    public static Refusal Policy(string kind, ErrorShape error) =>
        new() { Kind = kind, Error = error, Close = new CloseFrame(CloseCodes.PolicyViolation, error.Message) };

    public static Refusal NotAConnect() =>
        Policy("not-connect", ErrorShape.InvalidRequest("invalid handshake: first request must be connect"));

    public static Refusal InvalidRole() => Policy("role", ErrorShape.InvalidRequest("invalid role"));

    public static Refusal ProtocolMismatch(ConnectParams connect) => new()
    {
        Kind = "protocol",
        Error = ErrorShape.InvalidRequest(
            CloseCodes.ProtocolMismatchReason,
            JsonSerializer.SerializeToElement(
                new ProtocolMismatchDetails { ClientMinProtocol = connect.MinProtocol, ClientMaxProtocol = connect.MaxProtocol },
                ProtocolJsonContext.Default.ProtocolMismatchDetails)),
        Close = new CloseFrame(CloseCodes.ProtocolError, CloseCodes.ProtocolMismatchReason),
    };

    public static Refusal Origin(string reason) => Policy("origin", ErrorShape.InvalidRequest(
        "origin not allowed (open the Control UI from the gateway host or allow it in gateway.controlUi.allowedOrigins)",
        Details(new RefusalDetails { Code = "CONTROL_UI_ORIGIN_NOT_ALLOWED", Reason = reason })));

    public static Refusal ControlUiDeviceRequired() => Policy("device", ErrorShape.InvalidRequest(
        "control ui requires device identity (use HTTPS or localhost secure context)",
        Details(new RefusalDetails { Code = "CONTROL_UI_DEVICE_IDENTITY_REQUIRED" })));

    public static Refusal DeviceRequired() => Policy("device", new ErrorShape
    {
        Code = ErrorCodes.NotPaired,
        Message = "device identity required",
        Details = Details(new RefusalDetails { Code = "DEVICE_IDENTITY_REQUIRED" }),
    });

    public static Refusal Starting() => new()
    {
        Kind = "starting",
        Error = ErrorShape.Unavailable(
            "gateway starting; retry shortly", retryable: true, retryAfterMs: 500, Details(new RefusalDetails { Reason = "startup-sidecars" })),
        Close = new CloseFrame(CloseCodes.TryAgainLater, CloseCodes.GatewayStartingReason),
    };

    public static Refusal Draining() => new()
    {
        Kind = "draining",
        Error = ErrorShape.Unavailable(
            "connect unavailable during gateway restart",
            retryable: true,
            retryAfterMs: 1_000,
            Details(new RefusalDetails { Method = MethodNames.Connect, Reason = "restart", Phase = "draining" })),
        Close = new CloseFrame(CloseCodes.TryAgainLater, "gateway restart in progress"),
    };

    private static JsonElement Details(RefusalDetails details) =>
        JsonSerializer.SerializeToElement(details, GatewayJsonContext.Default.RefusalDetails);
}
