namespace OpenClaw.Host.Diagnostics;

/// <summary>Asks the process to stop and start again inside itself. Several requests are one; the earliest moment counts.</summary>
internal sealed class RestartSignal(
    IHostApplicationLifetime lifetime, TimeProvider time, RestartHistory? history = null, IRestartPreparation? preparation = null) : IDisposable
{
    /// <summary>What clients are told to expect between the end of their connection and the new listener.</summary>
    public const long ExpectedMs = 1_500;

    private readonly Lock _gate = new();
    private CancellationTokenSource? _pending;
    private DateTimeOffset _due = DateTimeOffset.MaxValue;
    private bool _isForChangeOnly;
    private volatile bool _requested;

    /// <summary>Whether the host stops in order to start again.</summary>
    public bool IsRequested => _requested;

    /// <summary>Whether somebody in here has asked for a restart that is still to come.</summary>
    public bool IsArmed
    {
        get
        {
            lock (_gate)
            {
                return _pending is not null;
            }
        }
    }

    public void Request(TimeSpan delay) => Request(delay, isForChange: false);

    /// <summary>Asks for a restart whose only sense is a change of the configuration.</summary>
    public void RequestForChange(TimeSpan delay) => Request(delay, isForChange: true);

    /// <summary>Takes back a restart for a change: there is none any more. One that somebody asked for goes on.</summary>
    public void Withdraw()
    {
        lock (_gate)
        {
            if (_isForChangeOnly && !_requested)
            {
                Forget();
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            Forget();
        }
    }

    private void Request(TimeSpan delay, bool isForChange)
    {
        lock (_gate)
        {
            var due = time.GetUtcNow() + delay;
            if (history?.Last + RestartHistory.CoolDown is { } soonest && due < soonest)
            {
                due = soonest;
            }

            _isForChangeOnly = isForChange && (_pending is null || _isForChangeOnly);
            if (due >= _due || _requested)
            {
                return;
            }

            var onlyForChange = _isForChangeOnly;
            Forget();
            _isForChangeOnly = onlyForChange;
            _due = due;
            var pending = _pending = new CancellationTokenSource();
            _ = Task.Run(() => RestartAsync(due, pending.Token));
        }
    }

    private void Forget()
    {
        _pending?.Cancel();
        _pending?.Dispose();
        _pending = null;
        _isForChangeOnly = false;
        _due = DateTimeOffset.MaxValue;
    }

    private async Task RestartAsync(DateTimeOffset due, CancellationToken withdrawn)
    {
        try
        {
            var delay = due - time.GetUtcNow();
            await Task.Delay(delay > TimeSpan.Zero ? delay : TimeSpan.Zero, time, withdrawn);
            using var stopping = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping, withdrawn);
            if (preparation is null || await preparation.PrepareAsync(stopping.Token))
            {
                Fire(withdrawn);
                return;
            }

            lock (_gate)
            {
                if (!withdrawn.IsCancellationRequested)
                {
                    Forget();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // A host that already stops was told to by somebody else, and stays down; and a request may be taken back.
        }
    }

    private void Fire(CancellationToken withdrawn)
    {
        lock (_gate)
        {
            if (withdrawn.IsCancellationRequested || lifetime.ApplicationStopping.IsCancellationRequested)
            {
                return;
            }

            _requested = true;
        }

        history?.Last = time.GetUtcNow();
        lifetime.StopApplication();
    }
}
