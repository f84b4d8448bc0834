using System.Diagnostics;

namespace OpenClaw.Host.Gateway.Dispatch;

/// <summary>Measures every request, and carries on the trace its sender is in.</summary>
internal sealed class TelemetryFilter(GatewayMetrics metrics, TimeProvider time) : IRequestFilter
{
    public const string SourceName = GatewayMetrics.MeterName;

    private static readonly ActivitySource Source = new(SourceName);

    public async ValueTask InvokeAsync(GatewayRequest request, RequestStep next, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var method = request.Entry?.Name ?? "unknown";

        // A malformed header parses to nothing, and the request starts a trace of its own.
        _ = ActivityContext.TryParse(request.Frame.TraceParent, null, isRemote: true, out var parent);
        using var activity = Source.StartActivity(method, ActivityKind.Server, parent);
        await next(request, cancellationToken);
        metrics.Request(method, Text(request.Outcome), time.GetElapsedTime(started));
    }

    private static string Text(RequestOutcome outcome) => outcome switch
    {
        RequestOutcome.Ok => "ok",
        RequestOutcome.Refused => "refused",
        RequestOutcome.Rejected => "rejected",
        RequestOutcome.Cancelled => "cancelled",
        _ => "failed",
    };
}
