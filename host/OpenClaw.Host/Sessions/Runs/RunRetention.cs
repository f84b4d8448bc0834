namespace OpenClaw.Host.Sessions.Runs;

/// <summary>Drops old records of runs, at start and then every few hours.</summary>
internal sealed partial class RunRetention(RunStore runs, TimeProvider time, ILogger<RunRetention> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                LogPruned(logger, await runs.PruneAsync(stoppingToken));
            }
            catch (Storage.StorageException error)
            {
                LogFailed(logger, error);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(3502, LogLevel.Debug, "Dropped {Count} old records of runs.")]
    private static partial void LogPruned(ILogger logger, int count);

    [LoggerMessage(3503, LogLevel.Warning, "Old records of runs could not be dropped; the next attempt follows in some hours.")]
    private static partial void LogFailed(ILogger logger, Exception error);
}
