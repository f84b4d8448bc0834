using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Rpc;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Rpc;

namespace OpenClaw.Host.Configuration;

/// <summary>Registers the room.</summary>
internal static class ConfigurationServiceCollectionExtensions
{
    /// <summary>Adds the snapshot of a valid result. The log is set up from the same result before anything is composed.</summary>
    public static IServiceCollection AddConfiguration(this IServiceCollection services, ConfigLoadResult result)
    {
        services.AddSingleton(provider => new ConfigSource(result, provider.GetRequiredService<ISecretRegistry>()));
        services.AddSingleton<IConfigSource>(static provider => provider.GetRequiredService<ConfigSource>());
        services.AddSingleton<ConfigReport>();
        services.AddSingleton<IRpcModule, ConfigRpc>();
        return services;
    }
}
