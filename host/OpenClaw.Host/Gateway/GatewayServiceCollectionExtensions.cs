using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Reload;
using OpenClaw.Host.Events;
using OpenClaw.Host.Gateway.Broadcast;
using OpenClaw.Host.Gateway.Connections;
using OpenClaw.Host.Gateway.Dispatch;
using OpenClaw.Host.Gateway.Handshake;
using OpenClaw.Host.Gateway.Health;
using OpenClaw.Host.Gateway.Listening;
using OpenClaw.Host.Gateway.Presence;
using OpenClaw.Host.Gateway.Resume;
using OpenClaw.Host.Gateway.Rpc;
using OpenClaw.Host.Gateway.Transport;
using OpenClaw.Host.Rpc;

namespace OpenClaw.Host.Gateway;

/// <summary>Registers the services of this room.</summary>
internal static class GatewayServiceCollectionExtensions
{
    public static IServiceCollection AddGateway(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<Diagnostics.HostLifecycle>();
        services.TryAddSingleton<Diagnostics.HealthNews>();
        services.TryAddSingleton<Diagnostics.RestartSignal>();
        services.TryAddSingleton<ReloadLog>();
        services.AddSingleton<Diagnostics.IRestartPreparation, RestartPreparation>();
        services.TryAddSingleton(provider => GatewayOptions.From(provider.GetRequiredService<IConfigSource>().Current));
        services.AddMetrics();
        services.AddSingleton<GatewayMetrics>();

        services.AddSingleton<StateVersions>();
        services.AddSingleton<ConnectionRegistry>();
        services.AddSingleton<IConnections>(provider => provider.GetRequiredService<ConnectionRegistry>());
        services.AddSingleton<OpenSockets>();
        services.AddSingleton<ListenerConnections>();
        services.TryAddSingleton<SessionSubscriptions>();
        services.AddSingleton<EventLines>();
        services.AddSingleton<EventHub>();
        services.AddSingleton<IEventPublisher, NodeRelay>();
        services.AddSingleton<PresenceBoard>();
        services.AddSingleton<IPresenceReports>(static provider => provider.GetRequiredService<PresenceBoard>());
        services.AddSingleton<HealthMonitor>();

        services.AddSingleton<IRpcModule, SystemRpc>();
        services.AddSingleton<IRpcModule, SystemInfoRpc>();
        services.AddSingleton<IRpcModule, TalkRpc>();
        services.AddSingleton<MethodTable>();
        services.AddSingleton<IRequestFilter, TelemetryFilter>();
        services.AddSingleton<IRequestFilter, ErrorFilter>();
        services.AddSingleton<PluginMethods>();
        services.AddSingleton<IRequestFilter, PluginMethodFilter>();
        services.AddSingleton<IRequestFilter, AuthorizationFilter>();
        services.AddSingleton<IRequestFilter, AdmissionFilter>();
        services.AddSingleton<IRequestFilter, WriteRateFilter>();
        services.AddSingleton<RequestDispatcher>();

        services.AddSingleton<ConnectAuthorizer>();
        services.AddSingleton<ConnectDecider>();
        services.AddSingleton<ConnectHandshake>();
        services.AddSingleton<HelloFactory>();
        services.AddSingleton<ConnectionBudget>();
        services.AddSingleton<ConnectionRunner>();

        services.AddHostedService<GatewayTimers>();
        services.AddSingleton<GatewayShutdown>();
        services.AddHostedService(provider => provider.GetRequiredService<GatewayShutdown>());
        return services;
    }
}
