using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenClaw.Host.Channels.Messages;
using OpenClaw.Host.Channels.Outbox;
using OpenClaw.Host.Channels.Rpc;
using OpenClaw.Host.Rpc;

namespace OpenClaw.Host.Channels;

/// <summary>Registers the room.</summary>
internal static class ChannelsServiceCollectionExtensions
{
    public static IServiceCollection AddChannels(this IServiceCollection services)
    {
        services.TryAddSingleton<IChannelSender, NoAccounts>();
        return services
            .AddSingleton<ChannelBoard>()
            .AddSingleton<IRpcModule, ChannelsRpc>()
            .AddSingleton<IRpcModule, MessagesRpc>();
    }
}
