using System.CommandLine;

namespace OpenClaw.Host.Cli.Commands.Channels;

/// <summary><c>openclaw channels</c>.</summary>
internal static class ChannelsFamily
{
    public static Command Build(CliEnvironment environment) => CliFamily.Of(
        environment,
        "channels",
        "The chat channels of the gateway",
        new ChannelsListCommand(),
        new ChannelsStatusCommand(),
        new ChannelsAddCommand(),
        new ChannelsRemoveCommand(),
        new ChannelsLoginCommand(),
        new ChannelsLogoutCommand(),
        new ChannelsCapabilitiesCommand(),
        new ChannelsLogsCommand());
}
