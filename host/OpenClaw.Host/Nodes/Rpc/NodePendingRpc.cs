using OpenClaw.Host.Nodes.Pending;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Security.Pairing;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Nodes;

namespace OpenClaw.Host.Nodes.Rpc;

/// <summary>Work that waits for nodes.</summary>
internal sealed class NodePendingRpc(NodeQueues queues, PairedDevices devices) : IRpcModule
{
    private const int DefaultItems = 4;

    public void Register(RpcMethods methods)
    {
        methods.Add(
            MethodNames.NodePendingEnqueue,
            static () => ProtocolJsonContext.Default.NodePendingEnqueueParams,
            static () => ProtocolJsonContext.Default.NodePendingEnqueueResult,
            EnqueueAsync);
        methods.Add(
            MethodNames.NodePendingDrain,
            static () => ProtocolJsonContext.Default.NodePendingDrainParams,
            static () => ProtocolJsonContext.Default.NodePendingDrainResult,
            (call, parameters, _) => ValueTask.FromResult(queues.Take(call.Caller.DeviceId!, (int)(parameters.MaxItems ?? DefaultItems))));

        // Nothing here is put off until a node comes to the foreground; nodes ask all the same.
        methods.Add(
            MethodNames.NodePendingPull,
            static () => ProtocolJsonContext.Default.OpenParams,
            static () => ProtocolJsonContext.Default.NodePendingPullResult,
            (call, _, _) => ValueTask.FromResult(new NodePendingPullResult { NodeId = call.Caller.DeviceId!, Actions = [] }));
        methods.Add(
            MethodNames.NodePendingAck,
            static () => ProtocolJsonContext.Default.NodePendingAckParams,
            static () => ProtocolJsonContext.Default.NodePendingAckResult,
            (call, parameters, _) => ValueTask.FromResult(
                new NodePendingAckResult { NodeId = call.Caller.DeviceId!, AckedIds = parameters.Ids, RemainingCount = 0 }));
    }

    private async ValueTask<NodePendingEnqueueResult> EnqueueAsync(
        RpcCall call, NodePendingEnqueueParams parameters, CancellationToken cancellationToken)
    {
        if ((await devices.FindAsync(parameters.NodeId, cancellationToken))?.Roles.Contains(Roles.Node) is not true)
        {
            throw RpcException.Unavailable("node pairing changed while pending work was active", retryable: true);
        }

        var (item, revision) = queues.Add(parameters)
            ?? throw RpcException.Unavailable($"work waits for {NodeQueues.MaxNodes} nodes already: wait until some have taken theirs", retryable: true);
        return new NodePendingEnqueueResult { NodeId = parameters.NodeId, Revision = revision, Queued = item, WakeTriggered = false };
    }
}
