using System.CommandLine;
using System.Text.Json;
using OpenClaw.Client;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Nodes;

namespace OpenClaw.Host.Cli.Commands.Nodes;

/// <summary><c>nodes rename</c>.</summary>
internal sealed class NodesRenameCommand() : NodeCommand("rename", "Give a node another name")
{
    private readonly Option<string> _name = new("--name") { Description = "The new name", HelpName = "name", Required = true };

    protected override void Configure(Command command)
    {
        command.Options.Add(_name);
        base.Configure(command);
    }

    protected override async Task<int> RunAsync(
        CliInvocation invocation, GatewayClient client, JsonElement node, CancellationToken cancellationToken)
    {
        var (nodeId, name) = (node.TextAt("nodeId")!, invocation.Get(_name)!);
        var parameters = JsonSerializer.SerializeToElement(
            new NodeRenameParams { NodeId = nodeId, DisplayName = name }, ProtocolJsonContext.Default.NodeRenameParams);
        return Say(
            invocation, await client.RequestAsync(MethodNames.NodeRename, parameters, cancellationToken: cancellationToken), $"{nodeId} is {name} now.");
    }
}
