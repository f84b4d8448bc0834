using System.CommandLine;

namespace OpenClaw.Host.Cli.Commands.Cron;

/// <summary>A verb about one job.</summary>
internal abstract class CronJobCommand(string name, string description) : CronCommand(name, description)
{
    protected Argument<string> Id { get; } = new("id") { Description = "The job, as openclaw cron list shows it" };

    protected override void Configure(Command command)
    {
        command.Arguments.Add(Id);
        base.Configure(command);
    }
}
