using OpenClaw.Host.Nodes.Book;
using OpenClaw.Host.Nodes.Invocations;
using OpenClaw.Host.Nodes.Live;
using OpenClaw.Host.Nodes.Older;
using OpenClaw.Host.Nodes.Pending;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Security.Pairing;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Nodes;

namespace OpenClaw.Host.Nodes.Rpc;

/// <summary>Methods with which operators decide what nodes may do.</summary>
internal sealed class NodePairRpc(
    NodeBook book, OlderNodes older, NodeSessions sessions, NodeActivity activity, NodeQueues queues, OpenInvocations invocations, IConnections connections) : IRpcModule
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
        var (olderPending, olderPaired) = await older.ListAsync(cancellationToken);
        return new NodePairListResult
        {
            Pending = [.. pending.Concat(olderPending.Select(request => InFull(request, caller)))
                .Where(request => DeviceAuthority.MayManage(caller, request.NodeId))],
            Paired = [.. nodes
                .Where(static node => node.Approved is not null)
                .OrderByDescending(static node => node.ApprovedAt)
                .Select(static node => node.Describe())
                .Concat(olderPaired.Select(node => InFull(node, caller)))
                .Where(node => DeviceAuthority.MayManage(caller, node.NodeId))],
        };
    }

    private async ValueTask<NodePairApproveResult> ApproveAsync(string requestId, RpcCaller caller, CancellationToken cancellationToken)
    {
        if (await older.ApproveAsync(requestId, caller, cancellationToken) is { } listed)
        {
            book.Resolved(requestId, listed.NodeId, NodeBook.Approved);
            return new NodePairApproveResult { RequestId = requestId, Node = InFull(listed, caller) };
        }

        var node = await book.ApproveAsync(requestId, caller, cancellationToken);
        sessions.Find(node.NodeId)?.Grant(node);
        Resolve(requestId, node.NodeId, NodeBook.Approved);
        return new NodePairApproveResult { RequestId = requestId, Node = node.Describe() };
    }

    private async ValueTask<NodePairRejectResult> RejectAsync(string requestId, RpcCaller caller, CancellationToken cancellationToken)
    {
        if (await older.RejectAsync(requestId, caller, cancellationToken) is { } listed)
        {
            book.Resolved(requestId, listed, NodeBook.Rejected);
            return new NodePairRejectResult { RequestId = requestId, NodeId = listed };
        }

        var nodeId = await book.RejectAsync(requestId, caller, cancellationToken);
        Resolve(requestId, nodeId, NodeBook.Rejected);
        return new NodePairRejectResult { RequestId = requestId, NodeId = nodeId };
    }

    private async ValueTask<NodePairRemoveResult> RemoveAsync(string nodeId, RpcCall call, CancellationToken cancellationToken)
    {
        var wasListed = await older.RemoveAsync(nodeId, call.Caller, cancellationToken);
        if (!await book.RemoveAsync(nodeId, call.Caller, cancellationToken) && !wasListed)
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

    // Clients of the newer protocol know lists that may be empty, but none that are missing.
    private static PendingNode InFull(PendingNode request, RpcCaller caller) => caller.Protocol < ProtocolVersions.V4
        ? request
        : request with
        {
            Caps = request.Caps ?? [],
            Commands = request.Commands ?? [],
            RequiredApproveScopes = request.RequiredApproveScopes ?? [OperatorScopes.Pairing],
        };

    private static PairedNode InFull(PairedNode node, RpcCaller caller) => caller.Protocol < ProtocolVersions.V4
        ? node
        : node with { Caps = node.Caps ?? [], Commands = node.Commands ?? [] };

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
