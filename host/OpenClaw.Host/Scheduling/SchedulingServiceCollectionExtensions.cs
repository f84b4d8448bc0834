using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Nodes.Reports;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Scheduling.Delivery;
using OpenClaw.Host.Scheduling.Engine;
using OpenClaw.Host.Scheduling.Events;
using OpenClaw.Host.Scheduling.FromNodes;
using OpenClaw.Host.Scheduling.Heartbeats;
using OpenClaw.Host.Scheduling.Jobs;
using OpenClaw.Host.Scheduling.Rpc;
using OpenClaw.Host.Scheduling.Store;
using OpenClaw.Host.Scheduling.Wakes;

namespace OpenClaw.Host.Scheduling;

/// <summary>Registers the room. It comes after the agents, so that it starts after them and stops before.</summary>
internal static class SchedulingServiceCollectionExtensions
{
    public static IServiceCollection AddScheduling(this IServiceCollection services)
    {
        foreach (var migration in SchedulingSchema.Migrations)
            services.AddSingleton(migration);
        services.TryAddSingleton<SchedulingLimits>();
        services.TryAddSingleton<HostLifecycle>();
        services.AddSingleton<ScheduleClock>().AddSingleton<JobRules>();
        services.AddSingleton<CronStore>().AddSingleton<CronRunStore>().AddSingleton<CronEvents>();
        services.AddSingleton<CronSignal>().AddSingleton<CronTargets>().AddSingleton<CronRunner>();
        services.AddSingleton<CronScheduler>().AddHostedService(static provider => provider.GetRequiredService<CronScheduler>());
        services.AddSingleton<RunSessions>().AddHostedService<RunSessionsSweep>();
        services.AddSingleton<WakeSignal>().AddSingleton<HeartbeatBoard>();
        services.AddHostedService<WakeLoop>();
        services.AddSingleton<WebhookSignal>().AddSingleton<WebhookClient>().AddSingleton<CronNotices>();
        services.AddHostedService<WebhookLoop>();
        services.AddSingleton<HeartbeatRoutes>().AddSingleton<HeartbeatTurns>();
        services.AddHostedService<HeartbeatLoop>();
        services.AddSingleton<INodeReports, TurnReports>().AddSingleton<INodeReports, ExecReports>();
        services.AddSingleton<IRpcModule, CronReadRpc>();
        services.AddSingleton<IRpcModule, CronWriteRpc>();
        services.AddSingleton<IRpcModule, WakeRpc>();
        services.AddSingleton<IRpcModule, SystemEventRpc>();
        return services;
    }
}
