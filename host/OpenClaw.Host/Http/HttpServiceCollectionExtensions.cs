using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenClaw.Host.Diagnostics;

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
}
