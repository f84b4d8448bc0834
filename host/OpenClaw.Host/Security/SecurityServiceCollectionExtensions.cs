using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Security.Devices;
using OpenClaw.Host.Security.Pairing;
using OpenClaw.Host.Security.Rpc;
using OpenClaw.Host.Security.Setup;
using OpenClaw.Host.Security.Tailscale;
using OpenClaw.Host.Security.Tokens;
using OpenClaw.Protocol.Keys;

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
        services.TryAddSingleton<ITailscaleWhois>(static provider => new TailscaleCli(
            ["tailscale"], TailscaleCli.DefaultLimit, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<TailscaleCli>>()));
        services.AddSingleton<TailscaleIdentities>();
        services.AddSingleton<IdentityScopes>();
        services.AddDevices();
        return services;
    }

    /// <summary>Device identities: proof, pairing, tokens and setup codes.</summary>
    private static void AddDevices(this IServiceCollection services)
    {
        foreach (var migration in SecuritySchema.Migrations)
        {
            services.AddSingleton(migration);
        }

        services.AddSingleton(Ed25519.Default);
        services.AddSingleton<SecurityKeys>();
        services.AddHostedService<SecurityLifetime>();
        services.AddSingleton<DeviceProof>();
        services.AddSingleton<DeviceTokenMint>();
        services.AddSingleton<PairedDevices>();
        services.AddSingleton<PairingBook>();
        services.AddSingleton<SilentApproval>();
        services.AddSingleton<SetupCodes>();
        services.AddSingleton<DeviceAdmission>();
        services.AddSingleton<DeviceAuthenticator>();
        services.AddSingleton<IRpcModule, DevicePairRpc>();
        services.AddSingleton<IRpcModule, DeviceTokenRpc>();
        services.AddSingleton<IRpcModule, DeviceSetupRpc>();
        services.AddSingleton<IRpcModule, IdentityRpc>();
    }
}
