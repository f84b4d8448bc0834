using System.CommandLine;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Outbox;

/// <summary><c>outbox</c>: messages on their way to chats, and those that did not get there.</summary>
internal static class OutboxFamily
{
    public static Command Build(CliEnvironment environment)
    {
        var family = new Command("outbox", "Messages on their way to chats, and those that did not get there");
        CliCommand[] commands =
        [
            new OutboxListCommand(),
            new DecideCommand("outbox", "retry", "Send a message again that failed, expired or is unknown", MethodNames.OutboxRetry, "is sent again"),
            new DecideCommand("outbox", "drop", "Give up a message that waits or is dead", MethodNames.OutboxDrop, "is dropped"),
        ];
        foreach (var command in commands)
        {
            family.Subcommands.Add(command.Build(environment));
        }

        return family;
    }
}
