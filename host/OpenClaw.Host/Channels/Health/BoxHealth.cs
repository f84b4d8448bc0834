using System.Text.Json;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Protocol.Status;

namespace OpenClaw.Host.Channels.Health;

/// <summary>Inbox or outbox in the <c>health</c> and <c>status</c> answers, while there is something to say.</summary>
internal abstract class BoxHealth(string member) : IHealthSection, IStatusSection
{
    public async ValueTask<HealthSummary> ContributeAsync(HealthSummary summary, bool probe, CancellationToken cancellationToken) =>
        await ReportAsync(cancellationToken) is { } report ? summary with { Other = With(summary.Other, report) } : summary;

    public async ValueTask<StatusSummary> ContributeAsync(StatusSummary summary, CancellationToken cancellationToken) =>
        await ReportAsync(cancellationToken) is { } report ? summary with { Other = With(summary.Other, report) } : summary;

    /// <returns>Null when there is nothing to say.</returns>
    protected abstract ValueTask<JsonElement?> ReportAsync(CancellationToken cancellationToken);

    private Dictionary<string, JsonElement> With(IDictionary<string, JsonElement>? others, JsonElement report) =>
        new(others ?? new Dictionary<string, JsonElement>(), StringComparer.Ordinal) { [member] = report };
}
