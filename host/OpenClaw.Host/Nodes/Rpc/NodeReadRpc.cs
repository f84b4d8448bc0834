using OpenClaw.Host.Nodes.Book;
using OpenClaw.Host.Rpc;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Nodes;

namespace OpenClaw.Host.Nodes.Rpc;

/// <summary>Methods that tell what nodes there are, and name them.</summary>
internal sealed class NodeReadRpc(NodeDirectory directory, NodeBook book, TimeProvider time) : IRpcModule
{
    private const int LongestName = 128;

    public void Register(RpcMethods methods)
    {
        methods.Add(
            MethodNames.NodeList,
            static () => ProtocolJsonContext.Default.EmptyParams,
            static () => ProtocolJsonContext.Default.NodeListResult,
            async (_, _, cancellationToken) => new NodeListResult { Ts = Now(), Nodes = await directory.ListAsync(cancellationToken) });
        methods.Add(
            MethodNames.NodeDescribe,
            static () => ProtocolJsonContext.Default.NodeDescribeParams,
            static () => ProtocolJsonContext.Default.NodeDescribeResult,
            async (_, parameters, cancellationToken) => new NodeDescribeResult(
                (await directory.ListAsync(cancellationToken)).FirstOrDefault(row => row.NodeId == parameters.NodeId) ?? throw UnknownNode())
            {
                Ts = Now(),
            });
        methods.Add(
            MethodNames.NodeRename,
            static () => ProtocolJsonContext.Default.NodeRenameParams,
            static () => ProtocolJsonContext.Default.NodeRenameResult,
            RenameAsync);
    }

    private async ValueTask<NodeRenameResult> RenameAsync(RpcCall call, NodeRenameParams parameters, CancellationToken cancellationToken)
    {
        var name = parameters.DisplayName.Trim();
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl))
        {
            throw RpcException.InvalidRequest(
                $"invalid node.rename params: at /displayName: must have 1 to {LongestName} characters, none of them a control character");
        }

        return await book.RenameAsync(parameters.NodeId, name, cancellationToken)
            ? new NodeRenameResult { NodeId = parameters.NodeId, DisplayName = name }
            : throw UnknownNode();
    }

    private static RpcException UnknownNode() => RpcException.InvalidRequest("unknown nodeId");

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();
}
