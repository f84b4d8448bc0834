using System.CommandLine;

namespace OpenClaw.Host.Cli.Commands.Plugins;

/// <summary><c>plugins ...</c>.</summary>
internal static class PluginsFamily
{
    public static Command Build(CliEnvironment environment) => CliFamily.Of(
        environment,
        "plugins",
        "The plugins of the gateway",
        [
            new PluginsListCommand(),
            new PluginsInspectCommand(),
            new PluginsSwitchCommand("enable", "Let plugins run", enabled: true),
            new PluginsSwitchCommand("disable", "Keep plugins off", enabled: false),
            new PluginsReloadCommand(),
            new PluginsDoctorCommand(),
            .. PackageCommands.All(),
            new PluginsDevCommand(),
            new PluginsInitCommand(),
        ]);
}
