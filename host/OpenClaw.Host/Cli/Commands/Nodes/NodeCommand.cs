using System.CommandLine;
using System.Text.Json;
using OpenClaw.Client;
using OpenClaw.Host.Cli.Commands.Devices;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Nodes;

/// <summary>A verb about one node, which may be given by its id, the beginning of its id, or its name.</summary>
internal abstract class NodeCommand(string verb, string description) : DeviceCommand(verb, description)
{
    private const int ShortestBeginning = 6;

    private readonly Option<string> _node = new("--node") { Description = "The node: its id, the beginning of its id, or its name", HelpName = "node", Required = true };

    protected override void Configure(Command command)
    {
        command.Options.Add(_node);
        base.Configure(command);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        await using var client = await ConnectAsOwnerAsync(invocation, cancellationToken);
        var list = await client.RequestAsync(MethodNames.NodeList, cancellationToken: cancellationToken);
        return await RunAsync(invocation, client, Resolve(list, invocation.Get(_node)!), cancellationToken);
    }

    protected abstract Task<int> RunAsync(CliInvocation invocation, GatewayClient client, JsonElement node, CancellationToken cancellationToken);

    private JsonElement Resolve(JsonElement list, string wanted)
    {
        var nodes = list.ItemsAt("nodes").ToList();
        var found = nodes.FindAll(node => node.TextAt("nodeId") == wanted);
        if (found.Count == 0)
        {
            found = nodes.FindAll(node =>
                string.Equals(node.TextAt("displayName"), wanted, StringComparison.OrdinalIgnoreCase)
                || (wanted.Length >= ShortestBeginning && node.TextAt("nodeId")?.StartsWith(wanted, StringComparison.Ordinal) is true));
        }

        return found switch
        {
            [var node] => node,
            [] => throw new CliException($"nodes {Verb} failed: unknown node: {wanted}"),
            _ => throw new CliException(
                $"nodes {Verb} failed: {wanted} stands for several nodes: {string.Join(", ", found.Select(static node => node.TextAt("nodeId")))}. Use an id."),
        };
    }
}
