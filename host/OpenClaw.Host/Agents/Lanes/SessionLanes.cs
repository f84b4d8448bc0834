using OpenClaw.Host.Agents.Runs;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model;

namespace OpenClaw.Host.Agents.Lanes;

/// <summary>
/// Decides when a run may work: one at a time in a session, in order; many sessions at once, up to a cap. The queues are
/// bounded, a full one refuses.
/// </summary>
internal sealed class SessionLanes(RunExecutor executor, IConfigSource configuration, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, SessionLane> _lanes = new(StringComparer.Ordinal);

    private readonly RunSlots _slots = new(configuration, time);
    private int _waiting;
    private bool _stopping;

    /// <summary>Runs that were accepted and have not started.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>Whether a message to the session has to wait.</summary>
    public bool IsBusy(string sessionKey)
    {
        lock (_lock)
            return _lanes.ContainsKey(sessionKey);
    }

    /// <summary>Finds a place for a new run; a full queue gives up its oldest message, where the configuration says so.</summary>
    /// <exception cref="RunRefusedException">The gateway is stopping, or a queue is full.</exception>
    public LanePlace Reserve(RunRequest request)
    {
        var sessionKey = request.Session.Key;
        var config = configuration.Current;
        lock (_lock)
        {
            if (_stopping)
                throw RunRefusedException.Busy("the gateway is stopping and takes no new messages; send it again when it is back", RetryAfter);
            if (_waiting >= config.Gateway.Queue.MaxSize)
                throw RunRefusedException.Busy($"message queue full: {_waiting} messages are waiting (gateway.queue.maxSize)", RetryAfter);
            var lane = LaneOf(sessionKey);
            var inLane = lane.Waiting.Count + lane.Reserved;
            ActiveRun? displaced = null;
            if (inLane >= config.Messages.Queue.Cap && !TryDisplace(lane, request, config.Messages.Queue.Drop, out displaced))
            {
                throw RunRefusedException.Busy(
                    $"session queue full: {sessionKey} has {inLane} messages waiting (messages.queue.cap); wait for an answer or abort the session",
                    RetryAfter);
            }

            lane.Reserved++;
            _waiting++;
            return new LanePlace(this, lane, displaced);
        }
    }

    /// <summary>Queues a run that an earlier process had accepted; its place was bounded then.</summary>
    public void Requeue(ActiveRun run)
    {
        lock (_lock)
        {
            var lane = LaneOf(run.SessionKey);
            run.HasWaited = true;
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
            run.HasWaited |= lane.Pump is not null;
            run.QueuedAt = time.GetTimestamp();
            run.Mates = new LaneMates(this, lane, run);
            lane.Waiting.AddLast(run);
            if (!_stopping)
                lane.Pump ??= Task.Run(() => PumpAsync(lane));
        }
    }

    internal void Release(SessionLane lane, ActiveRun? displaced)
    {
        lock (_lock)
        {
            lane.Reserved--;
            _waiting--;
            if (displaced is not null)
                PutBack(lane, [displaced]);
            Forget(lane);
        }
    }

    internal bool Any(SessionLane lane, ActiveRun run, QueueMode mode)
    {
        lock (_lock)
            return lane.Waiting.Any(one => LaneRules.MayTake(run, one, mode));
    }

    internal IReadOnlyList<ActiveRun> Take(SessionLane lane, ActiveRun run, QueueMode mode)
    {
        lock (_lock)
        {
            // Those that were ended meanwhile are left to whoever ended them.
            var taken = lane.Waiting.Where(one => LaneRules.MayTake(run, one, mode) && one.TryMerge()).ToList();
            foreach (var one in taken)
                lane.Waiting.Remove(one);
            _waiting -= taken.Count;
            return taken;
        }
    }

    internal void PutBack(SessionLane lane, IReadOnlyList<ActiveRun> taken)
    {
        lock (_lock)
        {
            foreach (var one in taken.Reverse())
            {
                one.UndoMerge();
                lane.Waiting.AddFirst(one);
            }

            _waiting += taken.Count;
            if (!_stopping && taken.Count > 0)
                lane.Pump ??= Task.Run(() => PumpAsync(lane));
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
            if (!await IsReadyAsync(lane, run))
                continue;
            try
            {
                await executor.ExecuteAsync(run);
            }
            finally
            {
                _slots.Leave();
            }
        }
    }

    /// <returns>Whether the run has a slot; false when it has ended instead.</returns>
    private async Task<bool> IsReadyAsync(SessionLane lane, ActiveRun run)
    {
        try
        {
            await QuietAsync(lane, run);
            if (await _slots.TryEnterAsync(run.Record.Surface, run.Token))
                return true;
            await executor.GiveUpAsync(run);
        }
        catch (OperationCanceledException) when (run.Token.IsCancellationRequested)
        {
            await executor.SettleUnstartedAsync(run);
        }

        return false;
    }

    /// <summary>Messages that are put together wait until no more of them come.</summary>
    private async Task QuietAsync(SessionLane lane, ActiveRun run)
    {
        if (run.Mode != QueueMode.Collect || !run.HasWaited)
            return;
        var quiet = configuration.Current.Messages.Queue.DebounceOf(run.Record.Input.Route?.Channel);
        while (quiet - time.GetElapsedTime(NewestOf(lane, run)) is var rest && rest > TimeSpan.Zero)
            await Task.Delay(rest, time, run.Token);
    }

    private long NewestOf(SessionLane lane, ActiveRun run)
    {
        lock (_lock)
            return lane.Waiting.Where(one => LaneRules.MayTake(run, one, QueueMode.Collect)).Select(static one => one.QueuedAt).Append(run.QueuedAt).Max();
    }

    private bool TryDisplace(SessionLane lane, RunRequest request, QueueDropPolicy policy, out ActiveRun? displaced)
    {
        displaced = policy == QueueDropPolicy.New
            ? null
            : lane.Waiting.FirstOrDefault(one => LaneRules.GivesWay(one.Record, request.Surface, request.Input) && one.TryMerge());
        if (displaced is null || !lane.Waiting.Remove(displaced))
            return false;
        _waiting--;
        return true;
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
