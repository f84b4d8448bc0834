using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Plugins;
using OpenClaw.Host.Plugins.Discovery;
using OpenClaw.Host.Plugins.Surfaces;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Cli.PluginCommands;

/// <summary>Commands that installed plugins declare in their manifests. No code of a plugin runs here, and no gateway is asked.</summary>
internal static class InstalledCommands
{
    public static IReadOnlyList<InstalledCommand> Find(CliInvocation invocation)
    {
        try
        {
            var selection = new PluginSelectionFactory(invocation.Paths, AppContext.BaseDirectory).Create(invocation.Config.Config ?? OpenClawConfig.Default);
            var found =
                from folder in PluginDiscovery.Find(selection.Roots)
                where folder.Manifest.Manifest is not null && selection.DisabledReason(folder.DisplayId) is null
                from command in folder.Manifest.Manifest!.Offers?.Commands ?? []
                where !CoreCommands.All.Contains(command.Name)
                group new InstalledCommand(command.Name, command.Description, folder.DisplayId) by command.Name into same
                select same.First();
            return [.. found.OrderBy(static command => command.Name, StringComparer.Ordinal)];
        }
        catch (Exception error) when (error is CliException or StorageException or IOException or UnauthorizedAccessException)
        {
            // Help and the guess at what was meant have to work on a broken machine too.
            return [];
        }
    }
}
