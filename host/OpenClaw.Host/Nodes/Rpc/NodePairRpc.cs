using OpenClaw.Host.Nodes.Book;
using OpenClaw.Host.Nodes.Invocations;
using OpenClaw.Host.Nodes.Live;
using OpenClaw.Host.Nodes.Pending;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Security.Pairing;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Nodes;

namespace OpenClaw.Host.Nodes.Rpc;

/// <summary>Methods with which operators decide what nodes may do.</summary>
internal sealed class NodePairRpc(
    NodeBook book, NodeSessions sessions, NodeActivity activity, NodeQueues queues, OpenInvocations invocations, IConnections connections) : IRpcModule
{
    public void Register(RpcMethods methods)
    {
        methods.Add(
            MethodNames.NodePairList,
            static () => ProtocolJsonContext.Default.EmptyParams,
            static () => ProtocolJsonContext.Default.NodePairListResult,
            (call, _, cancellationToken) => ListAsync(call.Caller, cancellationToken));
        methods.Add(
            MethodNames.NodePairApprove,
            static () => ProtocolJsonContext.Default.NodePairDecisionParams,
            static () => ProtocolJsonContext.Default.NodePairApproveResult,
            (call, parameters, cancellationToken) => ApproveAsync(parameters.RequestId, call.Caller, cancellationToken));
        methods.Add(
            MethodNames.NodePairReject,
            static () => ProtocolJsonContext.Default.NodePairDecisionParams,
            static () => ProtocolJsonContext.Default.NodePairRejectResult,
            (call, parameters, cancellationToken) => RejectAsync(parameters.RequestId, call.Caller, cancellationToken));
        methods.Add(
            MethodNames.NodePairRemove,
            static () => ProtocolJsonContext.Default.NodePairRemoveParams,
            static () => ProtocolJsonContext.Default.NodePairRemoveResult,
            (call, parameters, cancellationToken) => RemoveAsync(parameters.NodeId, call, cancellationToken));
    }

    private async ValueTask<NodePairListResult> ListAsync(RpcCaller caller, CancellationToken cancellationToken)
    {
        var (nodes, pending) = await book.ListAsync(cancellationToken);
        return new NodePairListResult
        {
            Pending = [.. pending.Where(request => DeviceAuthority.MayManage(caller, request.NodeId))],
            Paired = [.. nodes
                .Where(node => node.Approved is not null && DeviceAuthority.MayManage(caller, node.NodeId))
                .OrderByDescending(static node => node.ApprovedAt)
                .Select(static node => node.Describe())],
        };
    }

    private async ValueTask<NodePairApproveResult> ApproveAsync(string requestId, RpcCaller caller, CancellationToken cancellationToken)
    {
        var node = await book.ApproveAsync(requestId, caller, cancellationToken);
        sessions.Find(node.NodeId)?.Grant(node);
        Resolve(requestId, node.NodeId, NodeBook.Approved);
        return new NodePairApproveResult { RequestId = requestId, Node = node.Describe() };
    }

    private async ValueTask<NodePairRejectResult> RejectAsync(string requestId, RpcCaller caller, CancellationToken cancellationToken)
    {
        var nodeId = await book.RejectAsync(requestId, caller, cancellationToken);
        Resolve(requestId, nodeId, NodeBook.Rejected);
        return new NodePairRejectResult { RequestId = requestId, NodeId = nodeId };
    }

    private async ValueTask<NodePairRemoveResult> RemoveAsync(string nodeId, RpcCall call, CancellationToken cancellationToken)
    {
        if (!await book.RemoveAsync(nodeId, call.Caller, cancellationToken))
        {
            throw RpcException.InvalidRequest("unknown nodeId");
        }

        // Before those under way are failed: whoever asks from here on is refused, and whoever asked before is found.
        sessions.Find(nodeId)?.Revoke();
        invocations.FailAll(invocation => invocation.NodeId == nodeId, InvokeOutcome.PairingChanged);
        activity.Forget(nodeId);
        queues.Forget(nodeId);
        book.Resolved("", nodeId, NodeBook.Removed);
        call.AfterAnswer(() => connections.CloseDevice(nodeId, Roles.Node));
        return new NodePairRemoveResult { NodeId = nodeId };
    }

    /// <summary>Tells operators, and the node itself, which may not see what others are told.</summary>
    private void Resolve(string requestId, string nodeId, string decision)
    {
        var resolved = book.Resolved(requestId, nodeId, decision);
        if (sessions.Find(nodeId) is { } session)
        {
            connections.SendTo(session.ConnectionId, resolved);
        }
    }
}
