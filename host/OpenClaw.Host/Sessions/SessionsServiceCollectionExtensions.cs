using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Sessions.Health;
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
        services.AddSingleton<SessionKeyParser>();
        services.AddSingleton<SessionStore>();
        services.AddSingleton<TranscriptStore>();
        services.AddSingleton<RunStore>();
        services.AddSingleton<RunRecovery>();
        services.AddHostedService<RunRetention>();
        services.AddSingleton<SessionRows>();
        services.AddSingleton<IRpcModule, SessionsListRpc>();
        services.AddSingleton<IHealthSection, SessionsHealthSection>();
        services.AddSingleton<IStatusSection, SessionsStatusSection>();
        return services;
    }
}
