using OpenClaw.Channels.WhatsApp.Bridge;
using OpenClaw.Channels.WhatsApp.Settings;

namespace OpenClaw.Channels.WhatsApp.Installing;

/// <summary>Finds what to start: the program that was named in place of the bridge, or the bridge with Node and its packages.</summary>
internal sealed class SidecarSource(SidecarPackages packages)
{
    private const string Variable = "OPENCLAW_WHATSAPP_SIDECAR";

    /// <exception cref="ChannelException">Something is missing; the text says what to run.</exception>
    public async Task<SidecarCommand> FindAsync(WhatsAppSettings settings, CancellationToken cancellationToken)
    {
        var named = settings.Sidecar is { Length: > 0 } setting ? setting : Environment.GetEnvironmentVariable(Variable);
        if (!string.IsNullOrWhiteSpace(named))
            return SidecarCommand.Parse(named) ?? throw WhatsAppSettings.Wrong($"channels.whatsapp.sidecar (or {Variable}) is no command line");
        var node = await NodeProgram.FindAsync(cancellationToken);
        if (!packages.IsInstalled)
        {
            throw WhatsAppSettings.Wrong(packages.HasOthers
                ? "the packages of the WhatsApp bridge are of another version; update them with: openclaw whatsapp install"
                : "the packages of the WhatsApp bridge are not installed; install them with: openclaw whatsapp install");
        }

        return new SidecarCommand(node, [Path.Combine(packages.Sources, "wa-bridge.mjs"), "--packages", packages.Folder]);
    }
}
