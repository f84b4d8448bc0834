using System.CommandLine;
using System.Text.Json.Nodes;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Cron;

/// <summary><c>cron runs</c>: how runs of a job, or of all, ended.</summary>
internal sealed class CronRunsCommand() : CronCommand("runs", "Print how runs of a job ended, the newest first")
{
    private readonly Option<string?> _id = new("--id") { Description = "The job; all jobs when left out", HelpName = "id" };

    private readonly Option<int> _limit = new("--limit") { Description = "How many, 1 to 200", HelpName = "count", DefaultValueFactory = static _ => 50 };

    protected override void Configure(Command command)
    {
        command.Options.Add(_id);
        command.Options.Add(_limit);
        base.Configure(command);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var parameters = new JsonObject { ["limit"] = invocation.Get(_limit), ["scope"] = invocation.Get(_id) is null ? "all" : "job" };
        if (invocation.Get(_id) is { } id)
        {
            parameters["id"] = id;
        }

        invocation.Console.WriteJson(await AskAsync(invocation, MethodNames.CronRuns, parameters, cancellationToken));
        return ExitCodes.Success;
    }
}
