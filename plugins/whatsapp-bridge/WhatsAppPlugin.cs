using Microsoft.Extensions.DependencyInjection;
using OpenClaw.Channels.WhatsApp.Installing;
using OpenClaw.Channels.WhatsApp.Settings;
using OpenClaw.Plugins;
using OpenClaw.Surfaces;

namespace OpenClaw.Channels.WhatsApp;

/// <summary>Offers the channel <c>whatsapp</c>.</summary>
public sealed class WhatsAppPlugin : IPlugin
{
    private const long LargestUpload = 100L * 1024 * 1024;

    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton<FoldersInUse>().AddSingleton<SidecarPackages>().AddSingleton<SidecarSource>().AddSingleton<PackageInstall>().AddSingleton<WhatsAppCommand>();
        builder.AddCommand(
            new PluginCommand { Name = WhatsAppCommand.Name, Timeout = TimeSpan.FromMinutes(10), MaxConcurrent = 1 },
            static (services, call, token) => services.GetRequiredService<WhatsAppCommand>().RunAsync(call, token));
        builder.AddChannel(
            new ChannelDescriptor
            {
                Id = "whatsapp",
                Label = "WhatsApp",
                Abilities = ChannelAbilities.Groups | ChannelAbilities.Replies | ChannelAbilities.Edits | ChannelAbilities.Deletes
                    | ChannelAbilities.Reactions | ChannelAbilities.Typing | ChannelAbilities.Media | ChannelAbilities.Polls,
                // WhatsApp takes sixteen times as much; nobody reads that on a phone.
                MaxTextLength = 4000,
                MaxMediaBytes = LargestUpload,
                ExclusiveConnection = true,
            },
            static (services, account) => new WhatsAppChannel(
                account, services.GetRequiredService<FoldersInUse>(), services.GetRequiredService<SidecarSource>(), services.GetRequiredService<SidecarPackages>()));
    }
}
