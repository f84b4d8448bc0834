using Microsoft.Data.Sqlite;

namespace OpenClaw.Host.Storage;

/// <summary>Gives pages that nothing uses any more back to the disk, every hour and a few at a time.</summary>
internal sealed partial class StorageUpkeep(SqliteDatabase database, TimeProvider time, ILogger<StorageUpkeep> logger) : BackgroundService
{
    /// <summary>Pages that stay for what is stored next: a megabyte.</summary>
    public const long KeptPages = 256;

    private const int SlicePages = 256;
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <returns>How many pages were given back.</returns>
    public async Task<long> ShrinkAsync(CancellationToken cancellationToken)
    {
        var given = 0L;
        while (true)
        {
            var pages = await database.WriteAsync(Shrink, cancellationToken);
            if (pages == 0)
                return given;
            given += pages;
            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (await ShrinkAsync(stoppingToken) is > 0 and var pages)
                    LogShrunk(logger, pages);
            }
            catch (StorageException error)
            {
                LogFailed(logger, error);
            }
        }
    }

    private static long Shrink(SqliteConnection connection)
    {
        var free = connection.Scalar<long>("PRAGMA freelist_count");
        if (free <= KeptPages)
            return 0;
        connection.Query($"PRAGMA incremental_vacuum({Math.Min(SlicePages, free - KeptPages)})", static _ => 0);

        // None for a database of an early version, which "openclaw doctor" can rewrite.
        return free - connection.Scalar<long>("PRAGMA freelist_count");
    }

    [LoggerMessage(4010, LogLevel.Debug, "{Pages} pages of the database were given back to the disk.")]
    private static partial void LogShrunk(ILogger logger, long pages);

    [LoggerMessage(4011, LogLevel.Warning, "The database could not be shrunk; the next attempt follows in an hour.")]
    private static partial void LogFailed(ILogger logger, Exception error);
}
