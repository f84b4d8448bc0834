using OpenClaw.Host.Configuration;
using OpenClaw.Host.Scheduling.Events;
using OpenClaw.Host.Scheduling.Store;
using OpenClaw.Host.Sessions;

namespace OpenClaw.Host.Scheduling.Engine;

/// <summary>
/// Runs jobs when they are due: one loop that sleeps until the next of them. First it takes up runs that the last process left
/// open; what fell due meanwhile runs once for each job, or is left out where the configuration says so.
/// </summary>
internal sealed partial class CronScheduler(
    CronStore jobs, CronRunStore runs, CronRunner runner, CronSignal signal, CronEvents events, IConfigSource configuration,
    SchedulingLimits limits, TimeProvider time, ILogger<CronScheduler> logger) : BackgroundService
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Task> _working = new(StringComparer.Ordinal);
    private CancellationToken _stopping;
    private long _latest = long.MaxValue;
    private int _turns;

    /// <summary>Runs something that was begun already.</summary>
    public void Start(CronRun run)
    {
        events.Started(run);
        Work(run);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _stopping = stoppingToken;
        await TakeUpAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await PassAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception error)
            {
                // The border of a background loop: whatever failed, the next jobs must not wait for a restart.
                LogFailed(logger, error);
                await signal.WaitAsync(limits.LongestSleep, time, stoppingToken);
            }
        }

        await Task.WhenAll(Working());
    }

    private async Task TakeUpAsync(CancellationToken cancellationToken)
    {
        foreach (var run in await runs.OpenAsync(cancellationToken))
        {
            LogTakenUp(logger, run.RunId);
            Work(run);
        }

        if (!CronSettings.Of(configuration.Current).SkipMissedJobs)
            return;
        foreach (var ending in await runs.SkipDueAsync(cancellationToken))
            events.Finished(ending);
    }

    private async Task PassAsync(CancellationToken cancellationToken)
    {
        var settings = CronSettings.Of(configuration.Current);
        if (settings.Enabled)
        {
            // Also at the first pass: the clock may have been set while nobody was here.
            var now = time.UnixMs;
            if (now < _latest - limits.Setback.TotalMilliseconds && await runs.ReplanAsync(cancellationToken) is > 0 and var replanned)
                LogReplanned(logger, replanned);
            _latest = now;
            foreach (var run in await runs.BeginDueAsync(Free(settings), cancellationToken))
                Start(run);
        }

        await signal.WaitAsync(await SleepAsync(settings, cancellationToken), time, cancellationToken);
    }

    private async Task<TimeSpan> SleepAsync(CronSettings settings, CancellationToken cancellationToken)
    {
        if (!settings.Enabled)
            return limits.LongestSleep;
        var next = await jobs.NextDueAsync(turns: Free(settings) > 0, cancellationToken);
        var left = TimeSpan.FromMilliseconds(Math.Max(0, next - time.UnixMs));
        return next == 0 || left > limits.LongestSleep ? limits.LongestSleep : left;
    }

    private void Work(CronRun run)
    {
        lock (_gate)
        {
            if (_working.ContainsKey(run.RunId))
                return;
            var isTurn = run.Job.Payload.Kind == Jobs.CronKinds.AgentTurn;
            _turns += isTurn ? 1 : 0;
            _working[run.RunId] = Task.Run(() => WorkAsync(run, isTurn), CancellationToken.None);
        }
    }

    private async Task WorkAsync(CronRun run, bool isTurn)
    {
        await runner.RunAsync(run, _stopping);
        lock (_gate)
        {
            _working.Remove(run.RunId);
            _turns -= isTurn ? 1 : 0;
        }

        signal.Raise();
    }

    private int Free(CronSettings settings)
    {
        lock (_gate)
            return settings.MaxConcurrentRuns - _turns;
    }

    private Task[] Working()
    {
        lock (_gate)
            return [.. _working.Values];
    }

    [LoggerMessage(8001, LogLevel.Information, "Scheduled run {RunId} was open when the last process ended and is taken up.")]
    private static partial void LogTakenUp(ILogger logger, string runId);

    [LoggerMessage(8003, LogLevel.Warning, "The clock was set back: {Count} jobs were planned anew.")]
    private static partial void LogReplanned(ILogger logger, int count);

    [LoggerMessage(8002, LogLevel.Error, "The scheduler could not read its jobs; it tries again in a minute.")]
    private static partial void LogFailed(ILogger logger, Exception error);
}
