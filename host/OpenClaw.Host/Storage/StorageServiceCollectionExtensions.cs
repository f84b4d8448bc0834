using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Diagnostics.Health;

namespace OpenClaw.Host.Storage;

/// <summary>Registers the room.</summary>
internal static class StorageServiceCollectionExtensions
{
    /// <summary>
    /// Adds the database of the given state directory. Rooms with tables register each <see cref="Migration"/> as a
    /// singleton; the database is open when hosted services start.
    /// </summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, StatePaths paths)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(paths);
        services.AddSingleton(provider => new SqliteDatabase(
            paths.DatabaseFile,
            provider.GetServices<Migration>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<IMeterFactory>()));
        services.AddSingleton<StorageHealth>();
        services.AddSingleton<IHealthSection>(static provider => provider.GetRequiredService<StorageHealth>());
        services.AddSingleton<IReadinessProbe>(static provider => provider.GetRequiredService<StorageHealth>());
        services.AddHostedService<StorageLifetime>();
        services.AddSingleton<StorageUpkeep>();
        services.AddHostedService(static provider => provider.GetRequiredService<StorageUpkeep>());
        return services;
    }
}
