using System.CommandLine;

namespace OpenClaw.Host.Cli.Commands.Pairing;

/// <summary><c>pairing</c>: strangers who wrote to a channel and wait to be let in.</summary>
internal static class PairingFamily
{
    public static Command Build(CliEnvironment environment)
    {
        var family = new Command("pairing", "Strangers who wrote to a channel and wait to be let in");
        family.Subcommands.Add(new PairingListCommand().Build(environment));
        family.Subcommands.Add(new PairingApproveCommand().Build(environment));
        return family;
    }
}
