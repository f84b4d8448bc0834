using Microsoft.Extensions.Hosting;

namespace OpenClaw.Host.Storage;

/// <summary>Opens the database before any other service starts. The container closes it last, when it is disposed itself.</summary>
internal sealed class StorageLifetime(SqliteDatabase database, StatePaths paths, TimeProvider time) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        paths.CreateStateDirectory();
        AtomicFile.RemoveLeftovers(paths.StateDirectory, time);
        await database.OpenAsync(cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
