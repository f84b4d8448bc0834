using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenClaw.Host.Channels.Accounts;
using OpenClaw.Host.Channels.Inbox;
using OpenClaw.Host.Channels.Messages;
using OpenClaw.Host.Channels.Outbox;
using OpenClaw.Host.Channels.Routing;
using OpenClaw.Host.Channels.Rpc;
using OpenClaw.Host.Channels.Turns;
using OpenClaw.Host.Rpc;

namespace OpenClaw.Host.Channels;

/// <summary>Registers the room.</summary>
internal static class ChannelsServiceCollectionExtensions
{
    public static IServiceCollection AddChannels(this IServiceCollection services)
    {
        foreach (var migration in InboxSchema.Migrations)
            services.AddSingleton(migration);
        services.TryAddSingleton<AccountLimits>();
        services.TryAddSingleton<InboxLimits>();
        services.AddSingleton<InboxStore>().AddSingleton<InboxSignal>().AddSingleton<AccountInboxes>();
        services.AddSingleton<MessageCleaner>().AddSingleton<MediaShelf>();
        services.AddSingleton<MessageRouter>().AddSingleton<TurnBatch>().AddSingleton<TurnDesk>();
        services.AddSingleton<ChannelCalls>().AddSingleton<ChannelAccounts>();
        services.TryAddSingleton<IChannelSender, AccountSender>();
        // In this order: what is started last is stopped first, and accounts must outlive what uses them.
        services.AddHostedService(static provider => provider.GetRequiredService<ChannelAccounts>());
        services.AddHostedService<InboxPump>();
        return services
            .AddSingleton<ChannelBoard>()
            .AddSingleton<ChannelStatuses>()
            .AddSingleton<IRpcModule, ChannelsRpc>()
            .AddSingleton<IRpcModule, MessagesRpc>();
    }
}
