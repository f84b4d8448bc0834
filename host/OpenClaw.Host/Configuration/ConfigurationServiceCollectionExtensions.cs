using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Reload;
using OpenClaw.Host.Configuration.Rpc;
using OpenClaw.Host.Configuration.Writing;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Rpc;

namespace OpenClaw.Host.Configuration;

/// <summary>Registers the room.</summary>
internal static class ConfigurationServiceCollectionExtensions
{
    /// <summary>
    /// Adds the snapshot of a valid result. Made here and not on first use: its secrets must be known to the log before
    /// anything that could log one exists.
    /// </summary>
    public static IServiceCollection AddConfiguration(this IServiceCollection services, ConfigLoadResult result, ISecretRegistry secrets)
    {
        var source = new ConfigSource(result, secrets);
        services.AddSingleton(source);
        services.AddSingleton<IConfigSource>(source);
        services.AddHostedService(provider => new ConfigWarnings(result, provider.GetRequiredService<ILogger<ConfigWarnings>>()));
        services.AddSingleton<ConfigReport>();
        services.AddSingleton<ConfigurationMetrics>();
        services.AddSingleton<ConfigWriter>();
        services.AddSingleton<ConfigActivation>();
        services.AddSingleton<IRpcModule, ConfigRpc>();
        services.AddSingleton<IRpcModule, ConfigWriteRpc>();
        services.AddSingleton<IRpcModule, ConfigSchemaRpc>();
        return services;
    }
}
