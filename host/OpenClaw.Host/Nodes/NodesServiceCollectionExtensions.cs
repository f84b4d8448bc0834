using OpenClaw.Host.Nodes.Book;
using OpenClaw.Host.Nodes.Invocations;
using OpenClaw.Host.Nodes.Live;
using OpenClaw.Host.Nodes.Older;
using OpenClaw.Host.Nodes.Pending;
using OpenClaw.Host.Nodes.Reports;
using OpenClaw.Host.Nodes.Rpc;
using OpenClaw.Host.Nodes.Surfaces;
using OpenClaw.Host.Nodes.Voice;
using OpenClaw.Host.Rpc;

namespace OpenClaw.Host.Nodes;

/// <summary>Registers the services of this room. Call it after the security room: its tables refer to the devices there.</summary>
internal static class NodesServiceCollectionExtensions
{
    public static IServiceCollection AddNodes(this IServiceCollection services)
    {
        foreach (var migration in NodesSchema.Migrations)
        {
            services.AddSingleton(migration);
        }

        services.AddSingleton<CommandPolicy>();
        services.AddSingleton<NodeBook>();
        services.AddSingleton<OlderNodes>();
        services.AddSingleton<NodeActivity>();
        services.AddSingleton<NodeSessions>();
        services.AddSingleton<NodeDirectory>();
        services.AddSingleton<OpenInvocations>();
        services.AddSingleton<RecentInvocations>();
        services.AddSingleton<NodeInvoker>();
        services.AddSingleton<NodeQueues>();
        services.AddSingleton<SystemRuns>();
        services.AddSingleton<NodeListeners>();
        services.AddSingleton<VoiceWake>();
        services.AddSingleton<INodeReports, AliveReports>();
        services.AddSingleton<INodeReports, HostStatsReports>();
        services.AddSingleton<INodeReports, ActivityReports>();
        services.AddSingleton<IRpcModule, VoiceWakeRpc>();
        services.AddSingleton<IRpcModule, NodeReadRpc>();
        services.AddSingleton<IRpcModule, NodePairRpc>();
        services.AddSingleton<IRpcModule, OlderNodePairRpc>();
        services.AddSingleton<IRpcModule, NodeInvokeRpc>();
        services.AddSingleton<IRpcModule, NodeEventRpc>();
        services.AddSingleton<IRpcModule, NodePendingRpc>();
        return services;
    }
}
