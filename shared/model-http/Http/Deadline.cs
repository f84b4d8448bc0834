namespace OpenClaw.Agents.Common.Http;

/// <summary>
/// How long a far end may stay silent. Runs only while something is awaited from it, so that a slow reader of the answer is
/// not taken for a silent far end.
/// </summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource _timer;
    private readonly CancellationTokenSource _linked;
    private bool _final;

    public Deadline(TimeSpan allowed, TimeProvider clock, CancellationToken caller)
    {
        _caller = caller;
        Allowed = allowed;
        _timer = new CancellationTokenSource(allowed, clock);
        _linked = CancellationTokenSource.CreateLinkedTokenSource(_timer.Token, caller);
    }

    public CancellationToken Token => _linked.Token;

    public TimeSpan Allowed { get; private set; }

    public bool CallerCancelled => _caller.IsCancellationRequested;

    public bool Passed => _timer.IsCancellationRequested && !CallerCancelled;

    public void Resume(TimeSpan allowed)
    {
        if (_final)
            return;
        Allowed = allowed;
        _timer.CancelAfter(allowed);
    }

    public void Pause()
    {
        if (!_final)
            _timer.CancelAfter(Timeout.InfiniteTimeSpan);
    }

    /// <summary>Sets an end that nothing moves any more.</summary>
    public void Finish(TimeSpan allowed)
    {
        Resume(allowed);
        _final = true;
    }

    public void Dispose()
    {
        _linked.Dispose();
        _timer.Dispose();
    }
}
