using OpenClaw.Host.Channels.Rpc;
using OpenClaw.Host.Rpc;

namespace OpenClaw.Host.Channels.Pairing;

/// <summary>Registers what lets strangers in.</summary>
internal static class PairingServiceCollectionExtensions
{
    public static IServiceCollection AddChannelPairing(this IServiceCollection services)
    {
        foreach (var migration in PairingSchema.Migrations)
            services.AddSingleton(migration);
        return services
            .AddSingleton<DirectMessages>()
            .AddSingleton<ChannelPairing>()
            .AddSingleton<PairingNotices>()
            .AddSingleton<CommandOwners>()
            .AddSingleton<Func<CommandOwners>>(static provider => provider.GetRequiredService<CommandOwners>)
            .AddSingleton<IRpcModule, PairingRpc>();
    }
}
