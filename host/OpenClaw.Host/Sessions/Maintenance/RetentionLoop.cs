using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Sessions.Maintenance;

/// <summary>Drops what is kept no longer, records of runs and sessions alike: some time after the start, and then every few hours.</summary>
internal sealed partial class RetentionLoop(
    RunStore runs, SessionMaintenance maintenance, MaintenanceLimits limits, TimeProvider time, ILogger<RetentionLoop> logger) : BackgroundService
{
    private static readonly MaintenanceRequest AsConfigured = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var wait = limits.FirstAfter; ; wait = limits.Interval)
        {
            // Not while the gateway starts: nobody waits for this.
            await Task.Delay(wait, time, stoppingToken);
            try
            {
                LogPruned(logger, await runs.PruneAsync(limits.SliceRows, stoppingToken));
                await maintenance.RunAsync(AsConfigured, stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                // The border of a background loop: a row that cannot be read must not take the gateway down.
                LogFailed(logger, error);
            }
        }
    }

    [LoggerMessage(3502, LogLevel.Debug, "Dropped {Count} old records of runs.")]
    private static partial void LogPruned(ILogger logger, int count);

    [LoggerMessage(3503, LogLevel.Warning, "Old records of runs and sessions could not be dropped; the next attempt follows in some hours.")]
    private static partial void LogFailed(ILogger logger, Exception error);
}
