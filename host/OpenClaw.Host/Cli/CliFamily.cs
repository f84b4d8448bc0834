using System.CommandLine;

namespace OpenClaw.Host.Cli;

/// <summary>A word with verbs of its own.</summary>
internal static class CliFamily
{
    public static Command Of(CliEnvironment environment, string name, string description, params CliCommand[] commands)
    {
        var family = new Command(name, description);
        foreach (var command in commands)
        {
            family.Subcommands.Add(command.Build(environment));
        }

        return family;
    }
}
