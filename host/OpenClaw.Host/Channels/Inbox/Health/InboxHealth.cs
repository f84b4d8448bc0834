using System.Text.Json;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Protocol.Status;

namespace OpenClaw.Host.Channels.Inbox.Health;

/// <summary>The inbox in the <c>health</c> and <c>status</c> answers, while there is something to say.</summary>
internal sealed class InboxHealth(InboxDesk desk) : IHealthSection, IStatusSection
{
    private const string Member = "inbox";

    public async ValueTask<HealthSummary> ContributeAsync(HealthSummary summary, bool probe, CancellationToken cancellationToken) =>
        await ReportAsync(cancellationToken) is { } report ? summary with { Other = With(summary.Other, report) } : summary;

    public async ValueTask<StatusSummary> ContributeAsync(StatusSummary summary, CancellationToken cancellationToken) =>
        await ReportAsync(cancellationToken) is { } report ? summary with { Other = With(summary.Other, report) } : summary;

    private async ValueTask<JsonElement?> ReportAsync(CancellationToken cancellationToken) =>
        InboxReport.Of(await desk.CountsAsync(cancellationToken)) is { } report
            ? JsonSerializer.SerializeToElement(report, ChannelsJsonContext.Default.InboxReport)
            : null;

    private static Dictionary<string, JsonElement> With(IDictionary<string, JsonElement>? others, JsonElement report) =>
        new(others ?? new Dictionary<string, JsonElement>(), StringComparer.Ordinal) { [Member] = report };
}
