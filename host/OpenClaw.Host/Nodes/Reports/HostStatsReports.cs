using System.Text.Json;
using OpenClaw.Host.Events;
using OpenClaw.Host.Nodes.Live;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Nodes;

namespace OpenClaw.Host.Nodes.Reports;

/// <summary><c>node.host.stats</c>: how busy a node's machine is. All are kept, one in a while is told to everybody.</summary>
internal sealed class HostStatsReports(NodeActivity activity, IEventPublisher events, TimeProvider time) : INodeReports
{
    public const long ToldEveryMs = 5_000;
    private const int MostLoads = 8;

    public IReadOnlyCollection<string> Names => ["node.host.stats"];

    public bool TakesFromAll => true;

    public ValueTask<ReportOutcome> TakeAsync(NodeReport report, CancellationToken cancellationToken)
    {
        NodeHostStats told;
        try
        {
            told = report.Payload.Deserialize(NodesJsonContext.Default.NodeHostStats)!;
        }
        catch (JsonException)
        {
            return ValueTask.FromResult(ReportOutcome.Invalid);
        }

        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var loads = told.LoadAverage is { Count: > MostLoads } many ? [.. many.Take(MostLoads)] : told.LoadAverage;
        var stats = told with { LoadAverage = loads, UpdatedAtMs = now };
        var earlier = activity.Of(report.NodeId).ToldAt;
        var isTold = earlier is not { } at || now - at >= ToldEveryMs || now < at;
        activity.Stats(report.NodeId, stats, isTold ? now : earlier!.Value);
        if (isTold)
        {
            events.Publish(GatewayEvent.Create(
                EventNames.NodeHostStats,
                new NodeHostStatsEvent { NodeId = report.NodeId, HostStats = stats },
                ProtocolJsonContext.Default.NodeHostStatsEvent));
        }

        return ValueTask.FromResult(ReportOutcome.Done("updated"));
    }
}
