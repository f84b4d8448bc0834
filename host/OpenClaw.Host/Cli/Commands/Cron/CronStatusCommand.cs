using System.Text.Json.Nodes;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Cron;

/// <summary><c>cron status</c>.</summary>
internal sealed class CronStatusCommand() : CronCommand("status", "Print whether jobs run, and when the next one does")
{
    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        invocation.Console.WriteJson(await AskAsync(invocation, MethodNames.CronStatus, new JsonObject(), cancellationToken));
        return ExitCodes.Success;
    }
}
