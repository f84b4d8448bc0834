using System.Text.Json;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Gateway.Handshake;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Gateway.Dispatch;

/// <summary>Turns away what cannot be served at this moment or for this caller, whatever the method would do.</summary>
internal sealed class AdmissionFilter(HostLifecycle lifecycle, RestartSignal restart) : IRequestFilter
{
    private static readonly ErrorShape SecondConnect = ErrorShape.InvalidRequest("connect is only valid as the first request");

    private static readonly ErrorShape NotReady =
        ErrorShape.Unavailable("the gateway is starting; retry shortly", retryable: true, retryAfterMs: 500);

    private static readonly ErrorShape Stopping =
        ErrorShape.Unavailable("the gateway is stopping; reconnect and retry", retryable: true, retryAfterMs: 1_000);

    private static readonly ErrorShape WrongProfile = ErrorShape.InvalidRequest(
        "this gateway has no user profiles, so the expected account cannot be selected; leave expectedProfileId out",
        JsonSerializer.SerializeToElement(new ProfileMismatchDetails(), GatewayJsonContext.Default.ProfileMismatchDetails));

    public ValueTask InvokeAsync(GatewayRequest request, RequestStep next, CancellationToken cancellationToken)
    {
        var refusal =
            request.Frame.Method == MethodNames.Connect ? SecondConnect
            : request.Frame.ExpectedProfileId is not null ? WrongProfile
            : request.Entry is { NeedsReadyGateway: true } ? Unready(request.Frame.Method)
            : null;
        if (refusal is null)
        {
            return next(request, cancellationToken);
        }

        request.Outcome = RequestOutcome.Refused;
        request.Connection.Fail(request.Frame.Id, refusal);
        return ValueTask.CompletedTask;
    }

    private ErrorShape? Unready(string method) => lifecycle.Phase switch
    {
        HostPhase.Starting => NotReady,
        HostPhase.Draining => restart.IsRequested ? Restarting(method) : Stopping,
        _ => null,
    };

    private static ErrorShape Restarting(string method) => ErrorShape.Unavailable(
        "agent unavailable during gateway restart",
        retryable: true,
        retryAfterMs: 1_000,
        JsonSerializer.SerializeToElement(
            new RefusalDetails { Method = method, Reason = "gateway-restarting", Phase = "accepting" }, GatewayJsonContext.Default.RefusalDetails));
}
