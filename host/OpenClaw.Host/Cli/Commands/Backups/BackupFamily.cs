using System.CommandLine;

namespace OpenClaw.Host.Cli.Commands.Backups;

/// <summary><c>backup</c>: copies of the whole state folder.</summary>
internal static class BackupFamily
{
    public static Command Build(CliEnvironment environment)
    {
        var family = new Command("backup", "Copies of everything the gateway keeps");
        CliCommand[] commands = [new BackupCreateCommand(), new BackupVerifyCommand(), new BackupRestoreCommand()];
        foreach (var command in commands)
        {
            family.Subcommands.Add(command.Build(environment));
        }

        return family;
    }
}
