using System.CommandLine;

namespace OpenClaw.Host.Cli.Commands.Backups;

/// <summary><c>backup</c>: copies of the whole state folder.</summary>
internal static class BackupFamily
{
    public static Command Build(CliEnvironment environment) => CliFamily.Of(
        environment,
        "backup",
        "Copies of everything the gateway keeps",
        new BackupCreateCommand(),
        new BackupVerifyCommand(),
        new BackupRestoreCommand());
}
