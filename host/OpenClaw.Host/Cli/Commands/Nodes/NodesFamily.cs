using System.CommandLine;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Nodes;

/// <summary><c>nodes</c>: devices that lend commands.</summary>
internal static class NodesFamily
{
    public static Command Build(CliEnvironment environment) => CliFamily.Of(
        environment,
        "nodes",
        "The devices that lend commands",
        new NodesStatusCommand(),
        new NodesListCommand(NodesListCommand.All, "List nodes that wait and nodes that are approved"),
        new NodesListCommand(NodesListCommand.Waiting, "List nodes that wait for approval"),
        new NodesDecideCommand("approve", MethodNames.NodePairApprove, "Approved"),
        new NodesDecideCommand("reject", MethodNames.NodePairReject, "Rejected"),
        new NodesDescribeCommand(),
        new NodesInvokeCommand(),
        new NodesRenameCommand(),
        new NodesRemoveCommand());
}
