using Microsoft.Extensions.DependencyInjection;
using OpenClaw.Channels.Telegram.Receiving;
using OpenClaw.Channels.Telegram.Settings;
using OpenClaw.Plugins;
using OpenClaw.Surfaces;

namespace OpenClaw.Channels.Telegram;

/// <summary>Offers the channel <c>telegram</c>.</summary>
public sealed class TelegramPlugin : IPlugin
{
    private const long LargestUpload = 50L * 1024 * 1024;

    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton<TokensInUse>().AddSingleton<WebhookDoors>();
        builder.AddRoute(
            new PluginRoute { Path = WebhookDoors.Path, Authentication = RouteAuthentication.Plugin, Methods = ["POST"], Timeout = TimeSpan.FromMinutes(2) },
            static (services, context) => services.GetRequiredService<WebhookDoors>().HandleAsync(context));
        builder.AddChannel(
            new ChannelDescriptor
            {
                Id = "telegram",
                Label = "Telegram",
                Abilities = ChannelAbilities.Groups | ChannelAbilities.Threads | ChannelAbilities.Replies | ChannelAbilities.Edits | ChannelAbilities.Deletes
                    | ChannelAbilities.Reactions | ChannelAbilities.Typing | ChannelAbilities.Media | ChannelAbilities.Buttons,
                // Telegram takes 4,096 once the marks are gone; some room is left for what is put around.
                MaxTextLength = 4000,
                MaxMediaBytes = LargestUpload,
                ExclusiveConnection = true,
                ShowsProgress = true,
                GathersFor = TimeSpan.FromMilliseconds(300),
            },
            static (services, account) => new TelegramChannel(account, services.GetRequiredService<TokensInUse>(), services.GetRequiredService<WebhookDoors>()));
    }
}
