using System.Collections.Frozen;
using System.Text.Json;
using OpenClaw.Host.Nodes.Live;
using OpenClaw.Host.Nodes.Reports;
using OpenClaw.Host.Rpc;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Nodes;

namespace OpenClaw.Host.Nodes.Rpc;

/// <summary><c>node.event</c>: what nodes report on their own, handed to whoever acts on it.</summary>
internal sealed class NodeEventRpc(NodeSessions sessions, IEnumerable<INodeReports> reports) : IRpcModule
{
    private const int LargestReport = 256 * 1024;
    private const int LongestEvent = 128;

    private static readonly JsonElement Nothing = JsonElement.Parse("{}");

    private readonly FrozenDictionary<string, INodeReports> _reports = reports
        .SelectMany(static one => one.Names.Select(name => KeyValuePair.Create(name, one)))
        .ToFrozenDictionary(StringComparer.Ordinal);

    public void Register(RpcMethods methods) => methods.Add(
        MethodNames.NodeEvent,
        static () => ProtocolJsonContext.Default.NodeEventParams,
        static () => ProtocolJsonContext.Default.NodeEventResult,
        async (call, parameters, cancellationToken) =>
        {
            var outcome = await TakeAsync(call.Caller, parameters, cancellationToken);
            return new NodeEventResult { Ok = true, Event = parameters.Event, Handled = outcome.Handled, Reason = outcome.Reason };
        });

    private async ValueTask<ReportOutcome> TakeAsync(RpcCaller caller, NodeEventParams parameters, CancellationToken cancellationToken)
    {
        if (parameters.PayloadJson?.Length > LargestReport || parameters.Payload?.GetRawText().Length > LargestReport || parameters.Event.Length > LongestEvent)
        {
            throw RpcException.InvalidRequest(
                $"invalid node.event params: the event must not have more than {LongestEvent} characters, its payload not more than {LargestReport}");
        }

        if (!_reports.TryGetValue(parameters.Event, out var taker))
        {
            return ReportOutcome.Unsupported;
        }

        // A connection that its node has left behind reports nothing any more.
        if (caller.DeviceId is not { } nodeId || sessions.Find(nodeId) is not { } session || session.ConnectionId != caller.ConnectionId)
        {
            return ReportOutcome.Stale;
        }

        return !session.IsApproved && !taker.TakesFromAll ? ReportOutcome.Unapproved
            : Payload(parameters) is { } payload ? await taker.TakeAsync(new NodeReport(session, parameters.Event, payload), cancellationToken)
            : ReportOutcome.Invalid;
    }

    private static JsonElement? Payload(NodeEventParams parameters)
    {
        try
        {
            var payload = parameters.PayloadJson is { } text ? JsonElement.Parse(text) : parameters.Payload ?? Nothing;
            return payload.ValueKind == JsonValueKind.Object ? payload : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
