using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection.Extensions;

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
        services.AddHostedService<StorageLifetime>();
        return services;
    }
}
