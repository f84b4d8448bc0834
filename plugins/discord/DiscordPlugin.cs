using Microsoft.Extensions.DependencyInjection;
using OpenClaw.Channels.Discord.Connection;
using OpenClaw.Channels.Discord.Settings;
using OpenClaw.Plugins;

namespace OpenClaw.Channels.Discord;

/// <summary>Offers the channel <c>discord</c>.</summary>
public sealed class DiscordPlugin : IPlugin
{
    // What every bot may send; more is for servers that pay.
    private const long LargestUpload = 10L * 1024 * 1024;

    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton<TokensInUse>().AddSingleton<IdentifyGates>();
        builder.AddChannel(
            new ChannelDescriptor
            {
                Id = "discord",
                Label = "Discord",
                Abilities = ChannelAbilities.Groups | ChannelAbilities.Threads | ChannelAbilities.Replies | ChannelAbilities.Edits | ChannelAbilities.Deletes
                    | ChannelAbilities.Reactions | ChannelAbilities.Typing | ChannelAbilities.Media | ChannelAbilities.Polls | ChannelAbilities.Buttons,
                MaxTextLength = 2000,
                TextUnit = TextUnit.Scalars,
                MaxTextLines = 17,
                MaxMediaBytes = LargestUpload,
                // By nonces, for as long as they are known; see OpenSends.
                IdempotentSends = true,
                ExclusiveConnection = true,
            },
            static (services, account) => new DiscordChannel(
                account, services.GetRequiredService<IPluginScope>(), services.GetRequiredService<TokensInUse>(), services.GetRequiredService<IdentifyGates>()));
    }
}
