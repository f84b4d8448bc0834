using System.CommandLine;

namespace OpenClaw.Host.Cli.Commands.Directories;

/// <summary><c>openclaw directory</c>.</summary>
internal static class DirectoryFamily
{
    public static Command Build(CliEnvironment environment)
    {
        var family = CliFamily.Of(environment, "directory", "People and groups that accounts know", new DirectoryCommand("self", "Who the account is on its platform", "self"));
        family.Subcommands.Add(CliFamily.Of(environment, "peers", "People", new DirectoryCommand("list", "List people the account knows", "peers")));
        family.Subcommands.Add(CliFamily.Of(
            environment,
            "groups",
            "Groups",
            new DirectoryCommand("list", "List groups the account is in", "groups"),
            new DirectoryCommand("members", "List who is in a group", "members")));
        return family;
    }
}
