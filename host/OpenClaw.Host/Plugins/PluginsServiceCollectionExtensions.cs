using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Plugins.Contributions;
using OpenClaw.Host.Plugins.Crashes;
using OpenClaw.Host.Plugins.Events;
using OpenClaw.Host.Plugins.Faults;
using OpenClaw.Host.Plugins.Health;
using OpenClaw.Host.Plugins.Lifecycle;
using OpenClaw.Host.Plugins.Packages;
using OpenClaw.Host.Plugins.Packages.Install;
using OpenClaw.Host.Plugins.Packages.LockFile;
using OpenClaw.Host.Plugins.Packages.Rpc;
using OpenClaw.Host.Plugins.Rpc;
using OpenClaw.Host.Plugins.Surfaces;
using OpenClaw.Host.Plugins.Switching;
using OpenClaw.Host.Plugins.Watching;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Plugins;

/// <summary>Registers the room.</summary>
internal static class PluginsServiceCollectionExtensions
{
    /// <summary>Adds the plugin host. Plugins run when hosted services have started.</summary>
    /// <param name="services">Takes the room.</param>
    /// <param name="safeMode">Loads only plugins that ship with the gateway.</param>
    public static IServiceCollection AddPlugins(this IServiceCollection services, bool safeMode = false)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(static provider => PluginHostOptions.In(provider.GetRequiredService<StatePaths>()));
        services.AddSingleton(static provider => new PluginSelectionFactory(
            provider.GetRequiredService<StatePaths>(), AppContext.BaseDirectory, provider.GetRequiredService<SafeMode>()));
        services.AddSingleton(provider => new SafeMode(
            new CrashLedger(provider.GetRequiredService<PluginHostOptions>().CrashFile, provider.GetRequiredService<TimeProvider>()), safeMode));
        services.AddSingleton<PluginEnvironment>();
        services.AddSingleton<PluginHost>();
        services.AddSingleton<PluginReload>();
        services.AddSingleton(static provider => new InstallPaths(provider.GetRequiredService<StatePaths>().PluginsDirectory));
        services.AddSingleton<LockFileView>();
        services.AddSingleton<InstallRecovery>();
        services.AddSingleton<GatewayPackages>();
        services.AddSingleton<IPluginCatalog>(static provider => provider.GetRequiredService<PluginHost>());
        services.AddSingleton<PluginsMetrics>();
        services.AddSingleton<GatewayHooks>();
        services.AddSingleton<UnhandledExceptionGuard>();
        services.AddSingleton<IHealthSection, PluginsHealthSection>();
        services.AddSingleton<IRpcModule, PluginsRpc>();
        services.AddSingleton<IRpcModule, PluginsChangeRpc>();
        services.AddSingleton<IRpcModule, PluginPackagesRpc>();
        services.AddSingleton<PluginSwitcher>();
        services.AddSingleton<IRpcModule, PluginsInspectRpc>();
        services.AddSingleton<IRpcModule, PluginsCommandRpc>();
        services.AddHostedService<PluginHostService>();
        services.AddHostedService<PluginNews>();
        services.AddSingleton<PluginFolders>();
        services.AddHostedService(static provider => provider.GetRequiredService<PluginFolders>());
        return services;
    }
}
