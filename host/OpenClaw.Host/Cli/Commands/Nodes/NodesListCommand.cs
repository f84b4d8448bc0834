using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Nodes;

/// <summary><c>nodes list</c> and <c>nodes pending</c>: nodes that wait, and those that are approved.</summary>
internal sealed class NodesListCommand(string verb, string description) : RemoteCommand(verb, description)
{
    public const string All = "list";
    public const string Waiting = "pending";

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var result = await AskAsync(invocation, MethodNames.NodePairList, default, cancellationToken);
        var pending = result.ItemsAt("pending").ToList();
        if (invocation.Json)
        {
            invocation.Console.WriteJson(Verb == All ? result : result.At("pending")!.Value);
            return ExitCodes.Success;
        }

        var paired = Verb == All ? result.ItemsAt("paired").ToList() : [];
        invocation.Console.Output.WriteLine(
            Verb == All ? $"Pending: {pending.Count} · Paired: {paired.Count}"
            : pending.Count == 0 ? "No pending pairing requests."
            : $"Pending: {pending.Count}");
        if (pending.Count > 0)
        {
            invocation.Console.WriteTable(NodeTable.Pending(pending, invocation.Time));
        }

        if (paired.Count > 0)
        {
            invocation.Console.WriteTable(NodeTable.Paired(paired, invocation.Time));
        }

        return ExitCodes.Success;
    }
}
