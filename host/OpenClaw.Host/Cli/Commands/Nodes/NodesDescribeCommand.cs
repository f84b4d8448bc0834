using System.Text.Json;
using OpenClaw.Client;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Nodes;

namespace OpenClaw.Host.Cli.Commands.Nodes;

/// <summary><c>nodes describe</c>.</summary>
internal sealed class NodesDescribeCommand() : NodeCommand("describe", "Show one node")
{
    protected override async Task<int> RunAsync(
        CliInvocation invocation, GatewayClient client, JsonElement node, CancellationToken cancellationToken)
    {
        var parameters = JsonSerializer.SerializeToElement(
            new NodeDescribeParams { NodeId = node.TextAt("nodeId")! }, ProtocolJsonContext.Default.NodeDescribeParams);
        var described = await client.RequestAsync(MethodNames.NodeDescribe, parameters, cancellationToken: cancellationToken);
        if (invocation.Json)
        {
            invocation.Console.WriteJson(described);
            return ExitCodes.Success;
        }

        invocation.Console.WriteTable(new(
            ["", ""],
            [.. described.EnumerateObject()
                .Where(static member => member.Name != "ts")
                .Select(static member => (string[])[member.Name, Text(member.Value)])]));
        return ExitCodes.Success;
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Text)),
        _ => value.GetRawText(),
    };
}
