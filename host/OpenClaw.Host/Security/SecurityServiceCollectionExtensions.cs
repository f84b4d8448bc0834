using Microsoft.Extensions.DependencyInjection.Extensions;

namespace OpenClaw.Host.Security;

/// <summary>Registers the services of this room.</summary>
internal static class SecurityServiceCollectionExtensions
{
    public static IServiceCollection AddSecurity(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<PeerResolver>();
        services.AddSingleton<HostPolicy>();
        services.AddSingleton<OriginPolicy>();
        services.AddSingleton<AuthAttemptLimiter>();
        services.AddSingleton<SharedSecretAuthenticator>();
        return services;
    }
}
