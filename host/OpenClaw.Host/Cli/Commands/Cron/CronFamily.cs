using System.CommandLine;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Cron;

/// <summary><c>openclaw cron</c>: work that the gateway does by the clock.</summary>
internal static class CronFamily
{
    public static Command Build(CliEnvironment environment) => CliFamily.Of(
        environment,
        "cron",
        "Work that the gateway does by the clock",
        new CronListCommand(),
        new CronAddCommand(),
        new CronEditCommand(),
        new CronShowCommand("show", "Show a job and how it is doing"),
        new CronShowCommand("get", "Print a job as JSON"),
        new CronSwitchCommand("enable", "Let a job run", isOn: true),
        new CronSwitchCommand("disable", "Keep a job without running it", isOn: false),
        new CronRemoveCommand(),
        new CronRunCommand(),
        new CronRunsCommand(),
        new CronStatusCommand());
}
