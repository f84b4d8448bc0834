using System.Text.Json.Nodes;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Cron;

/// <summary><c>cron show</c> for people, <c>cron get</c> for scripts.</summary>
internal sealed class CronShowCommand(string verb, string description) : CronJobCommand(verb, description)
{
    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var result = await AskAsync(invocation, MethodNames.CronGet, new JsonObject { ["id"] = invocation.Get(Id) }, cancellationToken);
        if (invocation.Json || Verb == "get")
        {
            invocation.Console.WriteJson(result);
            return ExitCodes.Success;
        }

        var job = new CronJobText(result, invocation.Time);
        (string, string)[] lines =
        [
            ("id", job.Id), ("name", job.Name), ("enabled", job.IsEnabled ? "yes" : "no"), ("schedule", job.Schedule), ("session", job.Target),
            ("agent", job.Agent), ("model", job.Model), ("delivery", job.Delivery), ("next", job.Next), ("last", job.Last), ("status", job.Status),
            ("last error", job.LastError),
        ];
        foreach (var (label, text) in lines)
        {
            invocation.Console.Output.WriteLine($"{label}: {ControlText.ToOneLine(text)}");
        }

        return ExitCodes.Success;
    }
}
