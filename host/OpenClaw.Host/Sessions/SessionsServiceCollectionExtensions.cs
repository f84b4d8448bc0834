using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Events;
using OpenClaw.Host.Nodes.Reports;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Sessions.Feed;
using OpenClaw.Host.Sessions.Health;
using OpenClaw.Host.Sessions.Maintenance;
using OpenClaw.Host.Sessions.Resets;
using OpenClaw.Host.Sessions.Rows;
using OpenClaw.Host.Sessions.Rpc;
using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Host.Sessions.Transcript;

namespace OpenClaw.Host.Sessions;

/// <summary>Registers the room.</summary>
internal static class SessionsServiceCollectionExtensions
{
    public static IServiceCollection AddSessions(this IServiceCollection services)
    {
        foreach (var migration in SessionsSchema.Migrations)
            services.AddSingleton(migration);
        services.TryAddSingleton(_ => BootId.Create());
        services.AddSingleton<INodeReports, NodeChatReports>();
        services.AddSingleton<SessionKeyParser>();
        services.AddSingleton<SessionStore>().AddSingleton<SessionEditor>();
        services.AddSingleton<TranscriptStore>().AddSingleton<TranscriptNotes>();
        services.AddSingleton<SessionFreshness>().AddSingleton<RunStore>().AddSingleton<SessionRoutes>();
        services.AddSingleton<RunRecovery>();
        services.TryAddSingleton<MaintenanceLimits>();
        services.AddSingleton<SessionMaintenance>();
        services.AddHostedService<RetentionLoop>();
        services.AddSingleton<IRpcModule, SessionsCleanupRpc>();
        services.AddSingleton<SessionRows>().AddSingleton<SessionEntries>();
        services.TryAddSingleton<SessionSubscriptions>();
        services.AddSingleton<SessionEvents>().AddSingleton<SessionFeed>();
        services.AddHostedService<SessionFeedPump>();
        services.AddSingleton<SessionAddresses>().AddSingleton<SessionLists>();
        services.AddSingleton<IRpcModule, SessionsListRpc>();
        services.AddSingleton<IRpcModule, SessionsMessagesRpc>();
        services.AddSingleton<IRpcModule, SessionsReadRpc>();
        services.AddSingleton<IRpcModule, SessionsPreviewRpc>();
        services.AddSingleton<IRpcModule, SessionsResolveRpc>();
        services.AddSingleton<CompactionStore>();
        services.AddSingleton<IRpcModule, SessionsCompactRpc>();
        services.AddSingleton<IHealthSection, SessionsHealthSection>();
        services.AddSingleton<IStatusSection, SessionsStatusSection>();
        return services;
    }
}
