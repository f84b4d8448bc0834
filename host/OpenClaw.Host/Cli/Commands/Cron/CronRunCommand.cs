using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Client;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Cron;

/// <summary><c>cron run</c>: a run beside the clock, waited for when asked to.</summary>
internal sealed class CronRunCommand() : CronJobCommand("run", "Run a job now")
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly Option<bool> _due = new("--due") { Description = "Only if its time has come" };

    private readonly Option<bool> _wait = new("--wait") { Description = "Until it has ended; a run that failed ends with 1" };

    private readonly Option<int> _waitSeconds = new("--wait-seconds")
    {
        Description = "How long to wait for the end",
        HelpName = "seconds",
        DefaultValueFactory = static _ => 600,
    };

    protected override void Configure(Command command)
    {
        command.Options.Add(_due);
        command.Options.Add(_wait);
        command.Options.Add(_waitSeconds);
        base.Configure(command);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var id = invocation.Get(Id)!;
        await using var client = await ConnectAsync(invocation, cancellationToken, MethodNames.CronRun, MethodNames.CronRuns);
        var parameters = new JsonObject { ["id"] = id, ["mode"] = invocation.Get(_due) ? "due" : "force" };
        var begun = await client.RequestAsync(MethodNames.CronRun, JsonElement.Parse(parameters.ToJsonString()), cancellationToken: cancellationToken);
        if (!invocation.Get(_wait) || begun.TextAt("runId") is not { } runId)
        {
            invocation.Console.WriteJson(begun);
            return ExitCodes.Success;
        }

        var ended = await EndAsync(client, invocation, id, runId, cancellationToken);
        invocation.Console.WriteJson(ended);
        return ended.TextAt("status") == "error" ? ExitCodes.Failure : ExitCodes.Success;
    }

    private async Task<JsonElement> EndAsync(GatewayClient client, CliInvocation invocation, string id, string runId, CancellationToken cancellationToken)
    {
        var limit = TimeSpan.FromSeconds(invocation.Get(_waitSeconds));
        var parameters = JsonElement.Parse(new JsonObject { ["id"] = id, ["runId"] = runId, ["limit"] = 1 }.ToJsonString());
        for (var began = invocation.Time.GetTimestamp(); invocation.Time.GetElapsedTime(began) < limit; await Task.Delay(Pause, invocation.Time, cancellationToken))
        {
            var runs = await client.RequestAsync(MethodNames.CronRuns, parameters, cancellationToken: cancellationToken);
            foreach (var entry in runs.ItemsAt("entries"))
            {
                return entry;
            }
        }

        throw new CliException($"Run {runId} has not ended within {limit.TotalSeconds:0} s; it goes on. See: openclaw cron runs --id {id}");
    }
}
