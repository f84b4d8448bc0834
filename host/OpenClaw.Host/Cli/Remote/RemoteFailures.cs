using OpenClaw.Client;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Remote;

/// <summary>Failures of the connection or of the gateway, in words and as a document.</summary>
internal static class RemoteFailures
{
    public static CliReport Explain(GatewayException error, GatewayTarget target, CliInvocation invocation) => error switch
    {
        GatewayRequestException refused => Request(refused),
        GatewayConnectException { Failure: GatewayConnectFailure.NotPaired, Error: { } waiting } when RequestId(waiting) is { } requestId =>
            new(
                [
                    $"Gateway call failed: {waiting.Message}",
                    $"Gateway target: {target.Address} ({target.Source})",
                    $"Fix: have the owner of that gateway approve the request {requestId} of this device, then try again.",
                ],
                new() { Error = Shape(waiting) }),
        GatewayConnectException { Failure: GatewayConnectFailure.Unauthorized or GatewayConnectFailure.NotPaired, Error: { } shape } =>
            new(
                [
                    $"Gateway call failed: {shape.Message}",
                    $"Gateway target: {target.Address} ({target.Source})",
                    $"Fix: pass --token or --password, or set gateway.auth in {invocation.Show(invocation.Paths.ConfigFile)} to what that gateway uses.",
                ],
                new() { Error = Shape(shape) }),
        GatewayConnectException { Error: { } shape } => new([$"Gateway call failed: {shape.Message}"], new() { Error = Shape(shape) }),
        GatewayConnectException { Failure: GatewayConnectFailure.Unreachable } unreachable => Unreachable(unreachable, target, invocation),
        _ => Transport([error.Message, .. Where(target, invocation)], error.Message, Kind(error), target),
    };

    /// <summary>What happened, without the library's advice, which is for other programs.</summary>
    public static string Headline(GatewayException error) => error switch
    {
        GatewayConnectException { Error: { } shape } => shape.Message,
        GatewayConnectException => error.Message.Split(". ")[0].TrimEnd('.') + ".",
        _ => error.Message,
    };

    private static string? RequestId(ErrorShape error) => error.Details is { } details ? details.TextAt("requestId") : null;

    private static CliReport Request(GatewayRequestException refused) =>
        new([$"Gateway call failed: {refused.Error.Message}"], new() { Error = Shape(refused.Error) });

    private static CliReport Unreachable(GatewayConnectException error, GatewayTarget target, CliInvocation invocation)
    {
        var message = Headline(error);
        return Transport(
            [
                message,
                target.Bind is null
                    ? "Check the address, and that the gateway runs there."
                    : "Start it with `openclaw gateway run` or check `openclaw gateway status`.",
                .. Where(target, invocation),
            ],
            message,
            Kind(error),
            target);
    }

    private static string[] Where(GatewayTarget target, CliInvocation invocation) =>
    [
        $"Gateway target: {target.Address}",
        $"Source: {target.Source}",
        $"Config: {invocation.Show(invocation.Paths.ConfigFile)}",
        .. target.Bind is { } bind ? new[] { $"Bind: {bind}" } : [],
    ];

    private static CliReport Transport(IReadOnlyList<string> lines, string message, string kind, GatewayTarget target) => new(
        lines,
        new()
        {
            Error = new() { Type = CliError.Transport, Kind = kind, Message = message },
            Gateway = new(target.Address, target.Source, target.Bind is { } bind ? $"Bind: {bind}" : ""),
        });

    public static CliError Shape(Protocol.ErrorShape shape) => new()
    {
        Type = CliError.Request,
        Message = shape.Message,
        Code = shape.Code,
        Retryable = shape.Retryable ?? false,
        RetryAfterMs = shape.RetryAfterMs,
        Details = shape.Details,
    };

    private static string Kind(GatewayException error) => error switch
    {
        GatewayRequestTimeoutException or GatewayConnectException { Failure: GatewayConnectFailure.TimedOut } => "timeout",
        GatewayConnectException { Failure: GatewayConnectFailure.Unreachable } => "refused",
        _ => "closed",
    };
}
