using OpenClaw.Host.Configuration.Health;
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
    /// <param name="services">Those of the gateway.</param>
    /// <param name="result">What it starts with.</param>
    /// <param name="secrets">Learns those of the configuration.</param>
    /// <param name="refused">What the file says instead, when the gateway could not start with that.</param>
    public static IServiceCollection AddConfiguration(
        this IServiceCollection services, ConfigLoadResult result, ISecretRegistry secrets, ConfigLoadResult? refused = null)
    {
        var source = new ConfigSource(result, secrets);
        if (refused is not null)
        {
            source.Known.Note(refused.Bytes.Span);
        }

        services.AddSingleton(source);
        services.AddSingleton<IConfigSource>(source);
        services.AddHostedService(provider => new ConfigWarnings(result, provider.GetRequiredService<ILogger<ConfigWarnings>>()));
        services.AddSingleton<ConfigReport>();
        services.AddSingleton<ConfigurationMetrics>();
        services.AddSingleton<ConfigWriter>();
        services.AddSingleton<ReloadLog>();
        services.AddSingleton<ConfigActivation>();
        services.AddSingleton<ConfigReloader>();
        services.AddHostedService(static provider => provider.GetRequiredService<ConfigReloader>());
        services.AddSingleton<IHealthSection, ConfigReloadHealth>();
        services.AddSingleton<IRpcModule, ConfigRpc>();
        services.AddSingleton<IRpcModule, ConfigWriteRpc>();
        services.AddSingleton<IRpcModule, ConfigSchemaRpc>();
        return services;
    }
}
