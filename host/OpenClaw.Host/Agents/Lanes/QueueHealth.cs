using System.Text.Json;
using OpenClaw.Host.Agents.Runs;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Protocol.Status;

namespace OpenClaw.Host.Agents.Lanes;

/// <summary>The queue of messages in the <c>status</c> answer, and in <c>health</c> when it fills up.</summary>
internal sealed class QueueHealth(SessionLanes lanes, ActiveRuns active, AgentsMetrics metrics, IConfigSource configuration) : IHealthSection, IStatusSection
{
    private const string Member = "messageQueue";
    private const string Ok = "ok";
    private const string Degraded = "degraded";
    private const double FullEnough = 0.8;

    public QueueReport Report
    {
        get
        {
            var size = configuration.Current.Gateway.Queue.MaxSize;
            var depth = lanes.Waiting;
            return new QueueReport
            {
                Depth = depth,
                MaxSize = size,
                Pending = active.Count,
                AvgResponseMs = (long?)metrics.AverageResponse?.TotalMilliseconds,
                Status = depth >= size * FullEnough ? Degraded : Ok,
            };
        }
    }

    public ValueTask<HealthSummary> ContributeAsync(HealthSummary summary, bool probe, CancellationToken cancellationToken)
    {
        var report = Report;
        if (report.Status == Ok)
            return new(summary);
        var others = With(summary.Other, report);
        others["status"] = JsonSerializer.SerializeToElement(Degraded, AgentsJsonContext.Default.String);
        return new(summary with { Other = others });
    }

    public ValueTask<StatusSummary> ContributeAsync(StatusSummary summary, CancellationToken cancellationToken) =>
        new(summary with { Other = With(summary.Other, Report) });

    private static Dictionary<string, JsonElement> With(IDictionary<string, JsonElement>? others, QueueReport report) =>
        new(others ?? new Dictionary<string, JsonElement>(), StringComparer.Ordinal)
        {
            [Member] = JsonSerializer.SerializeToElement(report, AgentsJsonContext.Default.QueueReport),
        };
}
