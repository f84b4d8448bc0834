using System.Text.Json;
using OpenClaw.Host.Events;
using OpenClaw.Host.Nodes.Book;
using OpenClaw.Host.Nodes.Live;
using OpenClaw.Host.Rpc;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Nodes;

namespace OpenClaw.Host.Nodes.Rpc;

/// <summary>What nodes report on their own.</summary>
internal sealed class NodeEventRpc(NodeBook book, NodeActivity activity, IEventPublisher events, TimeProvider time) : IRpcModule
{
    private const int LargestReport = 256 * 1024;
    private const int LongestEvent = 128;
    private const int LongestTrigger = 64;
    private const int MostLoads = 8;

    // As often as signs of life are written down.
    private const long SeenIntervalMs = 60_000;

    public void Register(RpcMethods methods) => methods.Add(
        MethodNames.NodeEvent,
        static () => ProtocolJsonContext.Default.NodeEventParams,
        static () => ProtocolJsonContext.Default.NodeEventResult,
        (call, parameters, cancellationToken) => TakeAsync(call.Caller.DeviceId!, parameters, cancellationToken));

    private async ValueTask<NodeEventResult> TakeAsync(string nodeId, NodeEventParams parameters, CancellationToken cancellationToken)
    {
        var text = parameters.PayloadJson ?? parameters.Payload?.GetRawText() ?? "{}";
        if (text.Length > LargestReport || parameters.Event.Length > LongestEvent)
        {
            throw RpcException.InvalidRequest(
                $"invalid node.event params: the event must not have more than {LongestEvent} characters, its payload not more than {LargestReport}");
        }

        var reason = parameters.Event switch
        {
            "node.presence.alive" => await SeenAsync(nodeId, text, cancellationToken),
            "node.presence.activity" => Active(nodeId),
            "node.host.stats" => Measured(nodeId, text),
            _ => null,
        };
        return new NodeEventResult { Ok = true, Event = parameters.Event, Handled = reason is not null, Reason = reason ?? "unsupported_event" };
    }

    private async ValueTask<string> SeenAsync(string nodeId, string text, CancellationToken cancellationToken)
    {
        var trigger = Read(text, NodesJsonContext.Default.AliveReport).Trigger is { Length: > 0 and <= LongestTrigger } given && !given.Any(char.IsControl)
            ? given
            : "alive";
        var now = Now();
        activity.Seen(nodeId, now, trigger);
        var stored = await book.FindAsync(nodeId, cancellationToken);
        if (stored?.LastSeenReason != trigger || stored.LastSeenAt is not { } seen || now - seen >= SeenIntervalMs)
        {
            await book.SeenAsync(nodeId, now, trigger, cancellationToken);
        }

        return "persisted";
    }

    private string Active(string nodeId)
    {
        activity.Seen(nodeId, Now(), "activity");
        return "updated";
    }

    private string Measured(string nodeId, string text)
    {
        var told = Read(text, NodesJsonContext.Default.NodeHostStats);
        var stats = told with { LoadAverage = told.LoadAverage is { Count: > MostLoads } loads ? [.. loads.Take(MostLoads)] : told.LoadAverage, UpdatedAtMs = Now() };
        activity.Stats(nodeId, stats);
        events.Publish(GatewayEvent.Create(
            EventNames.NodeHostStats, new NodeHostStatsEvent { NodeId = nodeId, HostStats = stats }, ProtocolJsonContext.Default.NodeHostStatsEvent));
        return "updated";
    }

    private static T Read<T>(string text, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> info)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(text, info) ?? throw new JsonException("null is no report");
        }
        catch (JsonException)
        {
            throw RpcException.InvalidRequest("invalid node.event params: the payload is not what this event carries");
        }
    }

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();
}
