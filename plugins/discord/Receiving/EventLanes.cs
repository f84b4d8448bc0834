namespace OpenClaw.Channels.Discord.Receiving;

/// <summary>Work of one chat is done in order, that of several at the same time. Whoever adds to too much waits.</summary>
internal sealed class EventLanes(int most) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Lane> _lanes = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _room = new(most);
    private readonly HashSet<Task> _running = [];

    /// <param name="name">The lane.</param>
    /// <param name="work">What to do; it does not throw.</param>
    /// <param name="cancellationToken">Ends the wait for room.</param>
    public async ValueTask AddAsync(string name, Func<Task> work, CancellationToken cancellationToken)
    {
        await _room.WaitAsync(cancellationToken);
        lock (_gate)
        {
            if (!_lanes.TryGetValue(name, out var lane))
                _lanes[name] = lane = new Lane();
            lane.Waiting++;
            lane.Last = AfterAsync(lane.Last, name, lane, work);
            _running.Add(lane.Last);
        }
    }

    /// <summary>How much of a lane is not done.</summary>
    public int Waiting(string name)
    {
        lock (_gate)
            return _lanes.TryGetValue(name, out var lane) ? lane.Waiting : 0;
    }

    /// <summary>Waits for all that was added.</summary>
    public async Task EmptyAsync()
    {
        Task[] running;
        lock (_gate)
            running = [.. _running];
        await Task.WhenAll(running);
    }

    public void Dispose() => _room.Dispose();

    private async Task AfterAsync(Task before, string name, Lane lane, Func<Task> work)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        try
        {
            await work();
        }
        finally
        {
            lock (_gate)
            {
                _running.RemoveWhere(static task => task.IsCompleted);
                if (--lane.Waiting == 0)
                    _lanes.Remove(name);
            }

            _room.Release();
        }
    }

    private sealed class Lane
    {
        public Task Last { get; set; } = Task.CompletedTask;

        public int Waiting { get; set; }
    }
}
