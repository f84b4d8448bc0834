using System.Collections.Concurrent;
using OpenClaw.Host.Agents;
using OpenClaw.Host.Channels.Inbox;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Channels.Turns;

/// <summary>
/// Takes received messages out of the inbox: those of one conversation in order, those of many at the same time. What cannot be
/// handed on now stays on disk and is tried again.
/// </summary>
internal sealed partial class InboxPump(
    TurnDesk desk, InboxStore store, InboxSignal signal, InboxLimits limits, IConfigSource configuration, TimeProvider time, ILogger<InboxPump> logger)
    : BackgroundService
{
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan SweepInterval = TimeSpan.FromHours(1);

    // Conversations that rest; an entry goes when its time is over.
    private readonly Dictionary<InboxPlace, Rest> _resting = [];

    // Conversations whose first message is being handled: a command may take its time, and no other conversation waits for it.
    private readonly Dictionary<InboxPlace, Task> _working = [];
    private readonly ConcurrentQueue<(InboxRow Head, Wait Wait)> _done = [];
    private long? _lastSweep;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var sleep = await PassAsync(stoppingToken);
                if (sleep > TimeSpan.Zero)
                    await signal.WaitAsync(sleep, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception error)
            {
                // The border of a background loop: the messages are on disk and wait for the next pass.
                LogFailed(logger, error);
                await Task.Delay(limits.BusyPause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await Task.WhenAll(_working.Values);
    }

    /// <returns>How long to sleep; nothing when there may be more to do at once.</returns>
    private async ValueTask<TimeSpan> PassAsync(CancellationToken cancellationToken)
    {
        NoteDone();
        await SweepAsync(cancellationToken);
        var size = configuration.Current.Gateway.Queue.AtOnce;
        var heads = await store.HeadsAsync(size + _resting.Count + _working.Count, cancellationToken);
        foreach (var place in _resting.Keys.Except(heads.Select(static head => head.Place)).ToList())
            _resting.Remove(place);
        foreach (var head in heads.Where(IsReady).Take(size - _working.Count).ToList())
            _working[head.Place] = WorkAsync(head, cancellationToken);

        if (!_done.IsEmpty)
            return TimeSpan.Zero;
        var next = _resting.Values.Select(rest => rest.Left(time)).Append(LongestSleep).Min();
        return next > TimeSpan.Zero ? next : TimeSpan.Zero;
    }

    private bool IsReady(InboxRow head) =>
        !_working.ContainsKey(head.Place) && (!_resting.TryGetValue(head.Place, out var rest) || rest.Left(time) <= TimeSpan.Zero);

    private async Task WorkAsync(InboxRow head, CancellationToken cancellationToken)
    {
        // Read here, by the loop: what rests is its own.
        var rest = RestOf(head);
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        var wait = new Wait(limits.BusyPause, rest.Failures, rest.Tries);
        try
        {
            wait = await HandleAsync(head, rest, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The gateway stops; the message is on disk.
        }
        catch (Exception error)
        {
            // The border of a background task: the message is on disk and is tried again.
            LogFailed(logger, error);
        }

        _done.Enqueue((head, wait));
        if (wait.For is null)
            signal.Taken();
        signal.Raise();
    }

    private void NoteDone()
    {
        while (_done.TryDequeue(out var done))
        {
            _working.Remove(done.Head.Place);
            Note(done.Head, done.Wait);
        }
    }

    private async Task<Wait> HandleAsync(InboxRow head, Rest rest, CancellationToken cancellationToken)
    {
        try
        {
            return new Wait(await desk.HandleAsync(head, cancellationToken));
        }
        catch (RunRefusedException refused) when (refused.IsOverload)
        {
            // A full queue: here the message is on disk and keeps its place.
            return new Wait(BusyPause(rest), Tries: rest.Tries + 1);
        }
        catch (StorageException error) when (error.IsTemporary)
        {
            // No fault of the message: it is handled once the disk takes something again, however long that is.
            LogNotStored(logger, head.Id, error.Message);
            return new Wait(StorageTrouble.Pause, rest.Failures);
        }
        catch (MessageGoneException)
        {
            // The next pass sees what is left.
            return new Wait(null);
        }
        catch (RpcException)
        {
            // A session that changes faster than it can be reset.
            return new Wait(BusyPause(rest), Tries: rest.Tries + 1);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            // Also what somebody below has cancelled: a message that is not counted would be handled for ever.
            return await FailAsync(head, rest, error, cancellationToken);
        }
    }

    private async Task<Wait> FailAsync(InboxRow head, Rest rest, Exception error, CancellationToken cancellationToken)
    {
        var failures = rest.Failures + 1;
        LogNotHandled(logger, head.Id, head.Account.ToString(), failures, error);
        if (error is not RunRefusedException && failures < limits.MaxFailures)
            return new Wait(limits.BusyPause * Math.Pow(2, failures), Failures: failures);
        await desk.GiveUpAsync(head, error as RunRefusedException, cancellationToken);
        return new Wait(null);
    }

    private void Note(InboxRow head, Wait wait)
    {
        if (wait.For is { } pause)
            _resting[head.Place] = new Rest(head.Id, time.GetTimestamp(), pause, wait.Failures, wait.Tries);
        else
            _resting.Remove(head.Place);
    }

    private Rest RestOf(InboxRow head) => _resting.TryGetValue(head.Place, out var rest) && rest.Id == head.Id ? rest : default;

    // A queue that works moves on quickly; one that stands still is asked less and less often.
    private TimeSpan BusyPause(Rest rest) =>
        TimeSpan.FromTicks((long)Math.Min(limits.BusyPause.Ticks, limits.FirstBusyPause.Ticks * Math.Pow(2, rest.Tries)));

    private async ValueTask SweepAsync(CancellationToken cancellationToken)
    {
        if (_lastSweep is { } last && time.GetElapsedTime(last) < SweepInterval)
            return;
        var (more, forgotten) = await store.SweepAsync(cancellationToken);
        if (forgotten > 0)
            LogForgotten(logger, forgotten, limits.MaxFailed);
        // One piece at a time: messages wait for the writer too.
        _lastSweep = more ? null : time.GetTimestamp();
    }

    private readonly record struct Wait(TimeSpan? For, int Failures = 0, int Tries = 0);

    // Measured, not read from the clock on the wall: that may be set while a conversation rests.
    private readonly record struct Rest(long Id, long Since, TimeSpan For, int Failures, int Tries)
    {
        public TimeSpan Left(TimeProvider time) => For - time.GetElapsedTime(Since);
    }

    [LoggerMessage(8621, LogLevel.Error, "The inbox could not be worked on.")]
    private static partial void LogFailed(ILogger logger, Exception error);

    [LoggerMessage(8623, LogLevel.Error, "The content of {Count} failed messages of the inbox was let go: more than {Most} have failed.")]
    private static partial void LogForgotten(ILogger logger, int count, int most);

    [LoggerMessage(8624, LogLevel.Warning, "Message {Id} waits, because nothing can be stored: {Reason}")]
    private static partial void LogNotStored(ILogger logger, long id, string reason);

    [LoggerMessage(8622, LogLevel.Warning, "Message {Id} of account {Account} could not be handled (failure {Failures}).")]
    private static partial void LogNotHandled(ILogger logger, long id, string account, int failures, Exception error);
}
