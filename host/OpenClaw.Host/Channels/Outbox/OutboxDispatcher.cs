using OpenClaw.Host.Sessions;

namespace OpenClaw.Host.Channels.Outbox;

/// <summary>
/// Sends what is in the outbox: one loop that reads whose turn it is, a page at a time, and a worker for each destination that is
/// served. It sleeps until something is put in, an account comes up, a worker is done, or the next moment of a row.
/// </summary>
internal sealed partial class OutboxDispatcher(
    OutboxStore store, OutboxRecovery recovery, DestinationWorker worker, IChannelSender sender, OutboxSignal signal, OutboxNews news,
    OutboxMetrics metrics, OutboxLimits limits, TimeProvider time, ILogger<OutboxDispatcher> logger) : BackgroundService
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    private readonly Dictionary<(string Channel, string AccountId), OutboxLane> _lanes = [];
    private readonly HashSet<Task> _working = [];
    private readonly HashSet<(string Channel, string AccountId)> _cameUp = [];
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _abandon = new();

    public override void Dispose()
    {
        _abandon.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        sender.AccountStarted += OnAccountStarted;
        try
        {
            await RecoverAsync(stoppingToken);
            while (true)
                await PassSafelyAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The end of the gateway, after which only what was begun goes on for a while.
        }
        finally
        {
            sender.AccountStarted -= OnAccountStarted;
            await DrainAsync();
        }
    }

    private async Task RecoverAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                foreach (var row in await recovery.RecoverAsync(cancellationToken))
                    news.Ended(row);
                return;
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // Nothing may be sent before it is known what the last process left.
                LogFailed(logger, error);
                await Task.Delay(AfterFailure, time, cancellationToken);
            }
        }
    }

    private async Task PassSafelyAsync(CancellationToken cancellationToken)
    {
        try
        {
            await signal.WaitAsync(await PassAsync(cancellationToken), time, cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // The border of a background loop: whatever failed, what waits must not wait for a restart.
            LogFailed(logger, error);
            await Task.Delay(AfterFailure, time, cancellationToken);
        }
    }

    /// <summary>Starts what can start and gives the time until the next look.</summary>
    private async Task<TimeSpan> PassAsync(CancellationToken cancellationToken)
    {
        // One moment for the whole pass: what falls due in the middle of it is the next moment.
        var now = time.UnixMs;
        foreach (var (channel, accountId) in TakeCameUp())
            await store.WakeAsync(channel, accountId, cancellationToken);
        var expired = await store.ExpireAsync(cancellationToken);
        expired.ForEach(news.Ended);
        if (expired.Count > 0)
            return TimeSpan.Zero;
        foreach (var account in await store.AccountsAsync(cancellationToken))
            await ServeAsync(account, now, cancellationToken);
        var next = await store.NextMomentAsync(now, cancellationToken) is { } moment
            ? TimeSpan.FromMilliseconds(Math.Max(1, moment - time.UnixMs))
            : limits.LongestSleep;
        return next < limits.LongestSleep ? next : limits.LongestSleep;
    }

    private async Task ServeAsync((string Channel, string AccountId) account, long now, CancellationToken cancellationToken)
    {
        if (!_lanes.TryGetValue(account, out var lane))
            _lanes[account] = lane = new OutboxLane();
        if (!sender.IsRunning(account.Channel, account.AccountId) || sender.Find(account.Channel) is null)
        {
            lane.Clear();
            return;
        }

        if (lane.NeedsPage && lane.Active < limits.ParallelPerAccount && Free > 0)
            lane.Fill(await store.PlacesAsync(account.Channel, account.AccountId, now, cancellationToken));
        while (Free > 0 && lane.Take(limits.ParallelPerAccount) is { } place)
            Start(lane, place, cancellationToken);
    }

    private void Start(OutboxLane lane, OutboxPlace place, CancellationToken stopping)
    {
        metrics.Serving(1);
        lock (_gate)
        {
            var work = Task.Run(() => WorkAsync(lane, place, stopping), CancellationToken.None);
            _working.Add(work);
            _ = work.ContinueWith(Remove, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    private async Task WorkAsync(OutboxLane lane, OutboxPlace place, CancellationToken stopping)
    {
        try
        {
            await worker.RunAsync(place, stopping, _abandon.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // What was begun is settled by the next process.
        }
        catch (Exception error)
        {
            LogWorkerFailed(logger, place.Channel, place.AccountId, error);
            await Task.Delay(AfterFailure, time, stopping).ContinueWith(static _ => { }, TaskScheduler.Default);
        }
        finally
        {
            metrics.Serving(-1);
            lane.Leave(place);
        }
    }

    private void Remove(Task work)
    {
        lock (_gate)
            _working.Remove(work);
        signal.Raise();
    }

    private async Task DrainAsync()
    {
        Task[] working;
        lock (_gate)
            working = [.. _working];
        using var patience = new CancellationTokenSource(limits.StopPatience, time);
        await using var end = patience.Token.Register(_abandon.Cancel);
        await Task.WhenAll(working);
    }

    private int Free
    {
        get
        {
            lock (_gate)
                return limits.Parallel - _working.Count;
        }
    }

    private void OnAccountStarted(string channel, string accountId)
    {
        lock (_gate)
            _cameUp.Add((channel, accountId));
        signal.Raise();
    }

    private (string Channel, string AccountId)[] TakeCameUp()
    {
        lock (_gate)
        {
            (string, string)[] cameUp = [.. _cameUp];
            _cameUp.Clear();
            return cameUp;
        }
    }

    [LoggerMessage(2558, LogLevel.Error, "The outbox could not be read; the next attempt follows in some seconds.")]
    private static partial void LogFailed(ILogger logger, Exception error);

    [LoggerMessage(2559, LogLevel.Error, "Sending to one destination of {Channel}/{Account} broke off; it is looked at again in some seconds.")]
    private static partial void LogWorkerFailed(ILogger logger, string channel, string account, Exception error);
}
