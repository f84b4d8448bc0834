using System.Text.Json;
using OpenClaw.Host.Nodes.Live;

namespace OpenClaw.Host.Nodes.Reports;

/// <summary>
/// <c>node.presence.activity</c>: somebody sits at the node. The node says how long ago that was; the clock is the gateway's own. What
/// goes on outside the node's own program counts only where the system lets the node see it.
/// </summary>
internal sealed class ActivityReports(NodeSessions sessions, TimeProvider time) : INodeReports
{
    private const long LongestIdleSeconds = 30 * 24 * 60 * 60;
    private const string Permission = "accessibility";

    public IReadOnlyCollection<string> Names => ["node.presence.activity"];

    public ValueTask<ReportOutcome> TakeAsync(NodeReport report, CancellationToken cancellationToken) =>
        ValueTask.FromResult(report.Payload.TryGetProperty("action", out var action) ? Clear(report.Session, action) : Note(report));

    private ReportOutcome Clear(NodeSession session, JsonElement action) =>
        action.ValueKind != JsonValueKind.String || action.GetString() != "clear" ? ReportOutcome.Invalid
        : ReportOutcome.Done(sessions.SetPresence(session, presence: null) ? "cleared" : "already_clear");

    private ReportOutcome Note(NodeReport report)
    {
        var source = report.Payload.TryGetProperty("source", out var given) ? report.Text("source") ?? "" : "system";
        if (report.Number("idleSeconds") is not (>= 0 and <= LongestIdleSeconds and var idle) || source is not ("app" or "system"))
        {
            return ReportOutcome.Invalid;
        }

        if (source == "system" && report.Session.Effective.Permissions?.GetValueOrDefault(Permission) is not true)
        {
            return ReportOutcome.Not("permission_required");
        }

        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        sessions.SetPresence(report.Session, new NodePresence(now - (idle * 1000), now));
        return ReportOutcome.Done("updated");
    }
}
