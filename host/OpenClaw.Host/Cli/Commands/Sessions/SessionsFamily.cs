using System.CommandLine;

namespace OpenClaw.Host.Cli.Commands.Sessions;

/// <summary><c>sessions</c>: the conversations the gateway keeps, and what is done with them.</summary>
internal static class SessionsFamily
{
    public static Command Build(CliEnvironment environment)
    {
        var family = new SessionsListCommand("sessions").Build(environment);
        CliCommand[] commands =
        [
            new SessionsListCommand("list"),
            new SessionsCleanupCommand(),
            new SessionsDeleteCommand(),
            new SessionsArchiveCommand(),
            new SessionsCompactCommand(),
            new SessionsExportCommand(),
            new SessionsTailCommand(),
        ];
        foreach (var command in commands)
        {
            family.Subcommands.Add(command.Build(environment));
        }

        return family;
    }
}
