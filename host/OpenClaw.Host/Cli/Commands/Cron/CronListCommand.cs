using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Cron;

/// <summary><c>cron list</c>.</summary>
internal sealed class CronListCommand() : CronCommand("list", "List jobs, the next one first")
{
    private const int Page = 200;

    private readonly Option<bool> _all = new("--all") { Description = "Also those that are switched off" };

    private readonly Option<string?> _agent = new("--agent") { Description = "Only jobs of this agent", HelpName = "id" };

    private readonly Option<int?> _offset = new("--offset") { Description = "How many to leave out", HelpName = "count" };

    protected override void Configure(Command command)
    {
        command.Options.Add(_all);
        command.Options.Add(_agent);
        command.Options.Add(_offset);
        base.Configure(command);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var parameters = new JsonObject { ["includeDisabled"] = invocation.Get(_all), ["limit"] = Page, ["offset"] = invocation.Get(_offset) ?? 0 };
        if (invocation.Get(_agent) is { } agent)
        {
            parameters["agentId"] = agent;
        }

        var result = await AskAsync(invocation, MethodNames.CronList, parameters, cancellationToken);
        if (invocation.Json)
        {
            invocation.Console.WriteJson(result);
            return ExitCodes.Success;
        }

        var jobs = result.ItemsAt("jobs").ToList();
        if (jobs.Count == 0)
        {
            invocation.Console.Output.WriteLine("No jobs. Add one: openclaw cron add --name tea --every 1h --message \"Remind me of tea\"");
            return ExitCodes.Success;
        }

        invocation.Console.WriteTable(new(
            ["ID", "Declaration", "Name", "Schedule", "Next", "Last", "Status", "Target", "Delivery", "Agent ID", "Model"],
            [.. jobs.Select(job => Row(new CronJobText(job, invocation.Time)))]));
        if (result.NumberAt("nextOffset") is { } next)
        {
            invocation.Console.Output.WriteLine($"More: --offset {next}");
        }

        return ExitCodes.Success;
    }

    private static string[] Row(CronJobText job) =>
    [
        job.Id, job.Declaration, job.Name, job.Schedule, job.Next, job.Last, job.Status, job.Target, job.Delivery, job.Agent, job.Model,
    ];
}
