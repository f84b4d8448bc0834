using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Nodes;

/// <summary><c>nodes status</c>: every node, and whether it is here.</summary>
internal sealed class NodesStatusCommand() : RemoteCommand("status", "Show the nodes, what they may be asked, and whether they are here")
{
    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var result = await AskAsync(invocation, MethodNames.NodeList, default, cancellationToken);
        if (invocation.Json)
        {
            invocation.Console.WriteJson(result);
            return ExitCodes.Success;
        }

        var nodes = result.ItemsAt("nodes").ToList();
        invocation.Console.Output.WriteLine(
            $"Known: {nodes.Count} · Paired: {nodes.Count(static node => node.IsTrueAt("paired"))} · Connected: {nodes.Count(static node => node.IsTrueAt("connected"))}");
        if (nodes.Count > 0)
        {
            invocation.Console.WriteTable(NodeTable.Of(nodes, invocation.Time));
        }

        return ExitCodes.Success;
    }
}
