using OpenClaw.Plugins;
using OpenClaw.Surfaces;

namespace OpenClaw.Channels.WhatsApp.Installing;

/// <summary><c>openclaw whatsapp install</c> and <c>openclaw whatsapp status</c>.</summary>
internal sealed class WhatsAppCommand(PackageInstall install, SidecarPackages packages, IPluginScope scope)
{
    public const string Name = "whatsapp";

    private const string Usage = """
        Usage: openclaw whatsapp install [--force]   fetch the npm packages of the bridge, or update them
               openclaw whatsapp status              show whether Node and the packages are there
        """;

    public async Task<PluginCommandResult> RunAsync(PluginCommandCall call, CancellationToken cancellationToken)
    {
        try
        {
            return call.Arguments switch
            {
                ["install" or "update"] => await InstallAsync(isForced: false, cancellationToken),
                ["install" or "update", "--force"] => await InstallAsync(isForced: true, cancellationToken),
                ["status"] => PluginCommandResult.Text(
                    $"Node      {await NodeProgram.FindAsync(cancellationToken)}\nPackages  {(packages.IsInstalled ? packages.Folder : "not installed; run: openclaw whatsapp install")}"),
                _ => PluginCommandResult.Failed(Usage, 2),
            };
        }
        catch (ChannelException error)
        {
            return PluginCommandResult.Failed(error.Message);
        }
    }

    private async Task<PluginCommandResult> InstallAsync(bool isForced, CancellationToken cancellationToken)
    {
        var progress = new InstallProgress(scope, Name, packages.Count);
        var count = await install.RunAsync(isForced, progress, cancellationToken);
        return PluginCommandResult.Text(count == 0
            ? "The packages of the WhatsApp bridge are there already; --force fetches them anew."
            : $"Installed {count} packages of the WhatsApp bridge. Link an account with: openclaw channels login --channel whatsapp");
    }
}
