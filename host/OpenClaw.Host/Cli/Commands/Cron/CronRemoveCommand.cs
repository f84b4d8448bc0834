using System.Text.Json.Nodes;
using OpenClaw.Client;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Cron;

/// <summary><c>cron rm</c>.</summary>
internal sealed class CronRemoveCommand() : CronJobCommand("rm", "Remove a job")
{
    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var id = invocation.Get(Id);
        var result = await AskAsync(invocation, MethodNames.CronRemove, new JsonObject { ["id"] = id }, cancellationToken);
        if (invocation.Json)
        {
            invocation.Console.WriteJson(result);
        }
        else if (result.IsTrueAt("removed"))
        {
            invocation.Console.Output.WriteLine($"{id}: removed");
        }
        else
        {
            throw new CliException($"Automation not found: {id}. Run `openclaw cron list` to see recent automation ids.");
        }

        return ExitCodes.Success;
    }
}
