using System.CommandLine;
using System.Text.Json.Nodes;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Cron;

/// <summary><c>cron edit</c>: what is not named stays.</summary>
internal sealed class CronEditCommand() : CronJobCommand("edit", "Change a job, and print it")
{
    private readonly CronJobOptions _options = new();

    protected override void Configure(Command command)
    {
        _options.AddTo(command);
        base.Configure(command);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var patch = _options.Read(invocation);
        if (patch.Count == 0)
        {
            throw new CliException("Name what is to change, for example --every 2h. See: openclaw cron edit --help");
        }

        var parameters = new JsonObject { ["id"] = invocation.Get(Id), ["patch"] = patch };
        invocation.Console.WriteJson(await AskAsync(invocation, MethodNames.CronUpdate, parameters, cancellationToken));
        return ExitCodes.Success;
    }
}
