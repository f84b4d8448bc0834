using System.CommandLine;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Inbox;

/// <summary><c>inbox</c>: messages from chats that wait for their turn, and those that could not be handled.</summary>
internal static class InboxFamily
{
    public static Command Build(CliEnvironment environment)
    {
        var family = new Command("inbox", "Messages from chats that wait for their turn, and those that could not be handled");
        CliCommand[] commands =
        [
            new InboxListCommand(),
            new DecideCommand("inbox", "retry", "Have a failed message handled again", MethodNames.InboxRetry, "is handled again"),
            new DecideCommand("inbox", "drop", "Give up a failed message", MethodNames.InboxDrop, "is dropped"),
        ];
        foreach (var command in commands)
        {
            family.Subcommands.Add(command.Build(environment));
        }

        return family;
    }
}
