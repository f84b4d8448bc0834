using System.Text.Json;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Gateway.Dispatch;

/// <summary>Slows down whoever changes the gateway itself faster than a person would.</summary>
internal sealed class WriteRateFilter(GatewayOptions options, TimeProvider time, GatewayMetrics metrics) : IRequestFilter
{
    private readonly WriteRate _rate = new(options.MaxWrites, options.WriteWindow, time);

    public ValueTask InvokeAsync(GatewayRequest request, RequestStep next, CancellationToken cancellationToken)
    {
        if (request.Entry is not { IsRateLimited: true } || _rate.Admit(request.Frame.Method, CallerOf(request)) is not { } wait)
        {
            return next(request, cancellationToken);
        }

        request.Outcome = RequestOutcome.Refused;
        metrics.Refused("rate");
        request.Connection.Fail(request.Frame.Id, TooFast(request.Frame.Method, wait));
        return ValueTask.CompletedTask;
    }

    // Reconnecting must not start a new count.
    private static string CallerOf(GatewayRequest request) => $"{request.Connection.Caller.DeviceId} {request.Connection.Caller.Source}";

    private ErrorShape TooFast(string method, TimeSpan wait)
    {
        var details = new WriteRateDetails { Method = method, Limit = $"{options.MaxWrites} per {options.WriteWindow.TotalSeconds}s" };
        return ErrorShape.Unavailable(
            $"rate limit exceeded for {method}; retry after {Math.Ceiling(wait.TotalSeconds)}s",
            retryable: true,
            retryAfterMs: (long)Math.Ceiling(wait.TotalMilliseconds),
            JsonSerializer.SerializeToElement(details, GatewayJsonContext.Default.WriteRateDetails));
    }
}
