using OpenClaw.Host.Nodes.Book;
using OpenClaw.Host.Nodes.Live;

namespace OpenClaw.Host.Nodes.Reports;

/// <summary><c>node.presence.alive</c>: a sign of life.</summary>
internal sealed class AliveReports(NodeBook book, NodeActivity activity, TimeProvider time) : INodeReports
{
    private const int LongestTrigger = 64;

    // As often as signs of life are written down.
    private const long SeenIntervalMs = 60_000;

    public IReadOnlyCollection<string> Names => ["node.presence.alive"];

    public bool TakesFromAll => true;

    public async ValueTask<ReportOutcome> TakeAsync(NodeReport report, CancellationToken cancellationToken)
    {
        var trigger = report.Text("trigger") is { Length: <= LongestTrigger } given && !given.Any(char.IsControl) ? given : "alive";
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        activity.Seen(report.NodeId, now, trigger);
        var stored = await book.FindAsync(report.NodeId, cancellationToken);
        if (stored?.LastSeenReason != trigger || stored.LastSeenAt is not { } seen || now - seen >= SeenIntervalMs)
        {
            await book.SeenAsync(report.NodeId, now, trigger, cancellationToken);
        }

        return ReportOutcome.Done("persisted");
    }
}
