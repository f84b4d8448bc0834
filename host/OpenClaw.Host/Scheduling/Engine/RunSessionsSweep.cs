namespace OpenClaw.Host.Scheduling.Engine;

/// <summary>Looks every hour for conversations of runs that have been kept long enough.</summary>
internal sealed partial class RunSessionsSweep(RunSessions sessions, TimeProvider time, ILogger<RunSessionsSweep> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                LogSwept(logger, await sessions.SweepAsync(stoppingToken));
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                // The border of a background loop: the next hour brings another attempt.
                LogFailed(logger, error);
            }
        }
    }

    [LoggerMessage(8030, LogLevel.Debug, "Dropped {Count} conversations of scheduled runs.")]
    private static partial void LogSwept(ILogger logger, int count);

    [LoggerMessage(8031, LogLevel.Warning, "Old conversations of scheduled runs could not be dropped; the next attempt follows in an hour.")]
    private static partial void LogFailed(ILogger logger, Exception error);
}
