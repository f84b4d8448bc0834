using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Http.Hooks;

namespace OpenClaw.Host.Http;

/// <summary>Registers the services of this room.</summary>
internal static class HttpServiceCollectionExtensions
{
    public static IServiceCollection AddHttpProbes(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<HostLifecycle>();
        services.AddSingleton<ProbeEndpoints>();
        services.AddSingleton<HttpCallers>();
        return services;
    }

    public static IServiceCollection AddHooks(this IServiceCollection services) =>
        services.AddSingleton<HookFailures>().AddSingleton<HookSessions>().AddSingleton<HookRuns>().AddSingleton<HookWakes>().AddSingleton<HookAttempts>().AddSingleton<HookDesk>();
}
