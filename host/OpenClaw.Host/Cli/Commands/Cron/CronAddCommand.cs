using System.CommandLine;
using System.Text.Json.Nodes;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Cron;

/// <summary><c>cron add</c>.</summary>
internal sealed class CronAddCommand() : CronCommand("add", "Add a job, and print it")
{
    private readonly CronJobOptions _options = new();

    private readonly Option<bool> _disabled = new("--disabled") { Description = "Do not let it run yet" };

    protected override void Configure(Command command)
    {
        _options.AddTo(command);
        command.Options.Add(_disabled);
        base.Configure(command);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var job = _options.Read(invocation);
        if (!job.ContainsKey("name"))
        {
            throw new CliException("Give the job a --name.");
        }

        if (!job.ContainsKey("schedule"))
        {
            throw new CliException("Say when it runs: --at, --every or --cron.");
        }

        var tells = job["payload"]?["kind"]?.GetValue<string>() == "systemEvent";
        if (!tells && job["payload"]?["message"] is null)
        {
            throw new CliException("Say what it does: --message or --system-event.");
        }

        job.TryAdd("sessionTarget", tells ? "main" : "isolated");
        job.TryAdd("wakeMode", "now");
        if (invocation.Get(_disabled))
        {
            job["enabled"] = false;
        }

        invocation.Console.WriteJson(await AskAsync(invocation, MethodNames.CronAdd, job, cancellationToken));
        return ExitCodes.Success;
    }
}
