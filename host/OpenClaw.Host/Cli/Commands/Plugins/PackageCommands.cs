namespace OpenClaw.Host.Cli.Commands.Plugins;

/// <summary>The verbs of <c>plugins</c> that are about packages.</summary>
internal static class PackageCommands
{
    public static CliCommand[] All() =>
    [
        new PluginsSearchCommand(), new PluginsInstallCommand(), new PluginsUpdateCommand(), new PluginsUninstallCommand(), new PluginsPinCommand(),
        new PluginsRollbackCommand(),
    ];
}
