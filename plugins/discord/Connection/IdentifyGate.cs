namespace OpenClaw.Channels.Discord.Connection;

/// <summary>Lets connections of one bot introduce themselves as often as Discord allows: one in five seconds for each of its counters.</summary>
internal sealed class IdentifyGate(TimeProvider time)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly Dictionary<int, (SemaphoreSlim Turn, long Last)> _counters = [];

    /// <summary>Waits for the turn. Dispose the place when the introduction was sent, or will not be.</summary>
    public async Task<IDisposable> EnterAsync(int counter, CancellationToken cancellationToken)
    {
        SemaphoreSlim turn;
        lock (_gate)
        {
            if (!_counters.TryGetValue(counter, out var known))
                _counters[counter] = known = (new SemaphoreSlim(1), 0);
            turn = known.Turn;
        }

        await turn.WaitAsync(cancellationToken);
        try
        {
            long last;
            lock (_gate)
                last = _counters[counter].Last;
            if (last != 0 && Between - time.GetElapsedTime(last) is { Ticks: > 0 } wait)
                await Task.Delay(wait, time, cancellationToken);
            return new Place(this, counter);
        }
        catch
        {
            turn.Release();
            throw;
        }
    }

    private void Leave(int counter)
    {
        lock (_gate)
        {
            var turn = _counters[counter].Turn;
            _counters[counter] = (turn, time.GetTimestamp());
            turn.Release();
        }
    }

    private sealed class Place(IdentifyGate gate, int counter) : IDisposable
    {
        private bool _left;

        public void Dispose()
        {
            if (!_left)
                gate.Leave(counter);
            _left = true;
        }
    }
}
