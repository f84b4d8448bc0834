using System.Text.Json.Nodes;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Cron;

/// <summary><c>cron enable</c> and <c>cron disable</c>.</summary>
internal sealed class CronSwitchCommand(string verb, string description, bool isOn) : CronJobCommand(verb, description)
{
    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var id = invocation.Get(Id);
        var parameters = new JsonObject { ["id"] = id, ["patch"] = new JsonObject { ["enabled"] = isOn } };
        var result = await AskAsync(invocation, MethodNames.CronUpdate, parameters, cancellationToken);
        if (invocation.Json)
        {
            invocation.Console.WriteJson(result);
        }
        else
        {
            invocation.Console.Output.WriteLine($"{id}: {(isOn ? "enabled" : "disabled")}");
        }

        return ExitCodes.Success;
    }
}
