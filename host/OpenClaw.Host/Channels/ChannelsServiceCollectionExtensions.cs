using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenClaw.Host.Agents.Attachments;
using OpenClaw.Host.Agents.Delivery;
using OpenClaw.Host.Channels.Accounts;
using OpenClaw.Host.Channels.Admission;
using OpenClaw.Host.Channels.Drafts;
using OpenClaw.Host.Channels.Health;
using OpenClaw.Host.Channels.Hooks;
using OpenClaw.Host.Channels.Inbox;
using OpenClaw.Host.Channels.Inbox.Health;
using OpenClaw.Host.Channels.Inbox.Rpc;
using OpenClaw.Host.Channels.Logins;
using OpenClaw.Host.Channels.Messages;
using OpenClaw.Host.Channels.Outbox;
using OpenClaw.Host.Channels.Outbox.Files;
using OpenClaw.Host.Channels.Outbox.Health;
using OpenClaw.Host.Channels.Outbox.Replies;
using OpenClaw.Host.Channels.Outbox.Rpc;
using OpenClaw.Host.Channels.Outbox.Sending;
using OpenClaw.Host.Channels.Outbox.Store;
using OpenClaw.Host.Channels.Pairing;
using OpenClaw.Host.Channels.Reactions;
using OpenClaw.Host.Channels.Routing;
using OpenClaw.Host.Channels.Rpc;
using OpenClaw.Host.Channels.Turns;
using OpenClaw.Host.Channels.Typing;
using OpenClaw.Host.Channels.Verdicts;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Diagnostics.Health;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Sessions.Runs;

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
        services.AddSingleton<IMediaClaims, InboxMediaClaims>();
        services.AddSingleton<InboxStore>().AddSingleton<InboxSignal>().AddSingleton<AccountInboxes>();
        services.AddSingleton<MessageCleaner>().AddSingleton<MediaShelf>();
        services.AddSingleton<MessageHooks>().AddSingleton<ReceivedMessages>();
        services.AddSingleton<MessageRouter>().AddSingleton<TurnBatch>().AddSingleton<TurnCommands>().AddSingleton<TurnDesk>();
        services.AddSingleton<StrangerDesk>().AddSingleton<ChatNotices>().AddSingleton<DeadLetters>();
        services.AddSingleton<ReactionDesk>().AddSingleton<BotLoops>().AddSingleton<ChatMoves>();
        services.AddSingleton<InboxDesk>().AddSingleton<InboxHealth>().AddSingleton<IRpcModule, InboxRpc>();
        services.AddSingleton<IHealthSection>(static provider => provider.GetRequiredService<InboxHealth>());
        services.AddSingleton<IStatusSection>(static provider => provider.GetRequiredService<InboxHealth>());
        services.AddSingleton<ChannelCalls>().AddSingleton<ChannelAccounts>().AddSingleton<AccountAbilities>().AddSingleton<VerdictDesk>();
        services.TryAddSingleton<IChannelSender, AccountSender>();
        // In this order: what is started last is stopped first, and accounts must outlive what uses them.
        services.AddHostedService(static provider => provider.GetRequiredService<ChannelAccounts>());
        services.AddHostedService(static provider => provider.GetRequiredService<VerdictDesk>());
        services.AddHostedService<InboxPump>();
        AddOutbox(services);
        return services
            .AddChannelPairing()
            .AddSingleton<ChannelBoard>()
            .AddSingleton<IReadinessProbe, ChannelReadiness>()
            .AddSingleton<ChannelStatuses>()
            .AddSingleton<ChannelProbes>()
            .AddSingleton<IRpcModule, ChannelsRpc>()
            .AddSingleton<ChannelLogins>().AddSingleton<IRpcModule, LoginRpc>()
            .AddSingleton<PollSends>().AddSingleton<ChannelLookups>().AddSingleton<MessageActions>()
            .AddSingleton<IRpcModule, MessagesRpc>();
    }

    private static void AddOutbox(IServiceCollection services)
    {
        foreach (var migration in OutboxSchema.Migrations)
            services.AddSingleton(migration);
        services.TryAddSingleton<OutboxLimits>();
        services.AddSingleton<OutboundSettings>().AddSingleton<OutboxVerdicts>().AddSingleton<OutboxAttempt>();
        services.AddSingleton<OutboxSignal>().AddSingleton<OutboxReceipts>().AddSingleton<OutboxMetrics>().AddSingleton<OutboxNews>();
        services.AddSingleton<OutboxStore>().AddSingleton<OutboxDesk>().AddSingleton<OutboxRecovery>();
        services.AddSingleton<FileRoots>().AddSingleton<OutboundFiles>().AddSingleton<DeliveryRules>().AddSingleton<IRunReplies, RunReplies>();
        services.AddSingleton<IChatPosts, ChatPosts>();
        services.AddSingleton<DestinationWorker>();
        services.AddSingleton<OutboxDispatcher>().AddHostedService(static provider => provider.GetRequiredService<OutboxDispatcher>()).AddHostedService<OutboxRetention>();
        services.AddSingleton<DraftCleaner>().AddHostedService(static provider => provider.GetRequiredService<DraftCleaner>());
        services.AddSingleton<OutboxHealth>();
        services.AddSingleton<IHealthSection>(static provider => provider.GetRequiredService<OutboxHealth>());
        services.AddSingleton<IStatusSection>(static provider => provider.GetRequiredService<OutboxHealth>());
        services.AddSingleton<OutboundTargets>().AddSingleton<IDeliveryRoutes>(static provider => provider.GetRequiredService<OutboundTargets>());
        services.AddSingleton<TypingSigns>().AddSingleton<DraftSignal>().AddSingleton<RunDrafts>().AddSingleton<RunBlocks>().AddSingleton<IRunSigns, ChatSigns>();
        services.AddSingleton<SendRequests>().AddSingleton<OutboundSends>();
        services.AddSingleton<IRpcModule, SendRpc>().AddSingleton<IRpcModule, OutboxRpc>();
    }
}
