using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenClaw.Host.Diagnostics.Health;
using OpenClaw.Host.Diagnostics.Logging;
using OpenClaw.Host.Diagnostics.Rpc;
using OpenClaw.Host.Diagnostics.Tail;
using OpenClaw.Host.Rpc;

namespace OpenClaw.Host.Diagnostics;

/// <summary>Registers the room.</summary>
internal static class DiagnosticsServiceCollectionExtensions
{
    /// <summary>Routes all logging through <paramref name="log"/>, which stays the caller's to dispose, last of all.</summary>
    public static IServiceCollection AddDiagnostics(this IServiceCollection services, LogSystem log)
    {
        // The log decides by itself what it takes; a second filter in front of it would ignore the switch.
        services.AddLogging(logging => logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log.Provider));
        services.AddSingleton(log);
        services.AddSingleton<ISecretRegistry>(log.Secrets);
        services.AddSingleton(new LogTail(log.Settings.File, log.Redactor, log.Time));
        services.TryAddSingleton(log.Time);
        services.TryAddSingleton<HostLifecycle>();
        services.TryAddSingleton<HealthNews>();
        services.TryAddSingleton<RestartHistory>();
        services.AddSingleton<RestartSignal>();
        services.AddSingleton<GatewayReadiness>();
        services.AddSingleton<IReadinessProbe, LogProbe>();
        services.AddSingleton<IRpcModule, LogsRpc>();
        return services;
    }
}
