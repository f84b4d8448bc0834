using OpenClaw.Host.Agents.Runs;
using OpenClaw.Host.Configuration;

namespace OpenClaw.Host.Agents.Lanes;

/// <summary>
/// Decides when a run may work: one at a time in a session, in order; many sessions at once, up to a cap. The queues are
/// bounded, a full one refuses.
/// </summary>
internal sealed class SessionLanes(RunExecutor executor, IConfigSource configuration) : IDisposable
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, SessionLane> _lanes = new(StringComparer.Ordinal);

    // The cap of this process's life: slots that are taken cannot be taken back.
    private readonly SemaphoreSlim _slots = new(Math.Max(1, configuration.Current.Agents.Defaults.MaxConcurrent));
    private int _waiting;
    private bool _stopping;

    /// <summary>Runs that were accepted and have not started.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <exception cref="RunRefusedException">The gateway is stopping, or a queue is full.</exception>
    public LanePlace Reserve(string sessionKey)
    {
        var config = configuration.Current;
        lock (_lock)
        {
            if (_stopping)
                throw RunRefusedException.Busy("the gateway is stopping and takes no new messages; send it again when it is back", RetryAfter);
            if (_waiting >= config.Gateway.Queue.MaxSize)
                throw RunRefusedException.Busy($"message queue full: {_waiting} messages are waiting (gateway.queue.maxSize)", RetryAfter);
            var lane = LaneOf(sessionKey);
            var inLane = lane.Waiting.Count + lane.Reserved;
            if (inLane >= config.Messages.Queue.Cap)
            {
                throw RunRefusedException.Busy(
                    $"session queue full: {sessionKey} has {inLane} messages waiting (messages.queue.cap); wait for an answer or abort the session",
                    RetryAfter);
            }

            lane.Reserved++;
            _waiting++;
            return new LanePlace(this, lane);
        }
    }

    /// <summary>Queues a run that an earlier process had accepted; its place was bounded then.</summary>
    public void Requeue(ActiveRun run)
    {
        lock (_lock)
        {
            var lane = LaneOf(run.SessionKey);
            lane.Reserved++;
            _waiting++;
            Enqueue(lane, run);
        }
    }

    internal void Enqueue(SessionLane lane, ActiveRun run)
    {
        lock (_lock)
        {
            lane.Reserved--;
            lane.Waiting.AddLast(run);
            if (!_stopping)
                lane.Pump ??= Task.Run(() => PumpAsync(lane));
        }
    }

    internal void Release(SessionLane lane)
    {
        lock (_lock)
        {
            lane.Reserved--;
            _waiting--;
            Forget(lane);
        }
    }

    /// <summary>Takes a run out of its queue; false when it is not waiting there any more.</summary>
    public bool TryRemove(ActiveRun run)
    {
        lock (_lock)
        {
            if (!_lanes.TryGetValue(run.SessionKey, out var lane) || !lane.Waiting.Remove(run))
                return false;
            _waiting--;
            Forget(lane);
            return true;
        }
    }

    /// <summary>Starts nothing more. What waits stays stored and starts with the next process.</summary>
    /// <returns>Completes when the runs at work have ended.</returns>
    public Task StopAsync()
    {
        lock (_lock)
        {
            _stopping = true;
            return Task.WhenAll(_lanes.Values.Select(static lane => lane.Pump).OfType<Task>());
        }
    }

    public void Dispose() => _slots.Dispose();

    private async Task PumpAsync(SessionLane lane)
    {
        while (Next(lane) is { } run)
        {
            try
            {
                await _slots.WaitAsync(run.Token);
            }
            catch (OperationCanceledException) when (run.Token.IsCancellationRequested)
            {
                await executor.SettleUnstartedAsync(run);
                continue;
            }

            try
            {
                await executor.ExecuteAsync(run);
            }
            finally
            {
                _slots.Release();
            }
        }
    }

    private ActiveRun? Next(SessionLane lane)
    {
        lock (_lock)
        {
            if (!_stopping && lane.Waiting.First is { } first)
            {
                lane.Waiting.RemoveFirst();
                _waiting--;
                return first.Value;
            }

            lane.Pump = null;
            Forget(lane);
            return null;
        }
    }

    private SessionLane LaneOf(string sessionKey)
    {
        if (!_lanes.TryGetValue(sessionKey, out var lane))
            _lanes[sessionKey] = lane = new SessionLane(sessionKey);
        return lane;
    }

    private void Forget(SessionLane lane)
    {
        if (lane.IsIdle)
            _lanes.Remove(lane.SessionKey);
    }
}
