using System.CommandLine;

namespace OpenClaw.Host.Cli.Commands.Messages;

/// <summary><c>openclaw message</c>.</summary>
internal static class MessageFamily
{
    public static Command Build(CliEnvironment environment) => CliFamily.Of(
        environment,
        "message",
        "Messages in chats: send, ask, react, change, read",
        new MessageSendCommand(),
        new MessagePollCommand(),
        MessageChangeCommand.React(),
        MessageChangeCommand.Edit(),
        MessageChangeCommand.Delete(),
        new MessageReadCommand());
}
