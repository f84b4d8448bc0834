using System.Text.Json;
using OpenClaw.Client;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Nodes;

namespace OpenClaw.Host.Cli.Commands.Nodes;

/// <summary><c>nodes remove</c>.</summary>
internal sealed class NodesRemoveCommand() : NodeCommand("remove", "Forget a node and end its connection")
{
    protected override async Task<int> RunAsync(
        CliInvocation invocation, GatewayClient client, JsonElement node, CancellationToken cancellationToken)
    {
        var nodeId = node.TextAt("nodeId")!;
        var parameters = JsonSerializer.SerializeToElement(
            new NodePairRemoveParams { NodeId = nodeId }, ProtocolJsonContext.Default.NodePairRemoveParams);
        return Say(
            invocation, await client.RequestAsync(MethodNames.NodePairRemove, parameters, cancellationToken: cancellationToken), $"Removed {nodeId}.");
    }
}
