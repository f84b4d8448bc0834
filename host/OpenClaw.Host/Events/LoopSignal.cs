namespace OpenClaw.Host.Events;

/// <summary>Wakes a loop that sleeps until something is due. Several signals are one.</summary>
internal abstract class LoopSignal : IDisposable
{
    private readonly SemaphoreSlim _raised = new(0, 1);
    private readonly Lock _gate = new();

    public void Raise()
    {
        lock (_gate)
        {
            if (_raised.CurrentCount == 0)
                _raised.Release();
        }
    }

    /// <summary>Returns when the signal is raised or the time is over.</summary>
    public async Task WaitAsync(TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken)
    {
        using var sleep = new CancellationTokenSource(atMost, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, sleep.Token);
        try
        {
            await _raised.WaitAsync(linked.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Slept long enough.
        }
    }

    public void Dispose() => _raised.Dispose();
}
