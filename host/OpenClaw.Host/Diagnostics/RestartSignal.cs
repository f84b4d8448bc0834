namespace OpenClaw.Host.Diagnostics;

/// <summary>Asks the process to stop and start again inside itself. Several requests are one; the earliest moment counts.</summary>
internal sealed class RestartSignal(IHostApplicationLifetime lifetime, TimeProvider time) : IDisposable
{
    /// <summary>What clients are told to expect between the end of their connection and the new listener.</summary>
    public const long ExpectedMs = 1_500;

    private readonly Lock _gate = new();
    private ITimer? _timer;
    private DateTimeOffset _due = DateTimeOffset.MaxValue;
    private volatile bool _requested;

    /// <summary>Whether the host stops in order to start again.</summary>
    public bool IsRequested => _requested;

    public void Request(TimeSpan delay)
    {
        lock (_gate)
        {
            var due = time.GetUtcNow() + delay;
            if (due >= _due)
            {
                return;
            }

            _due = due;
            _timer?.Dispose();
            _timer = time.CreateTimer(static state => ((RestartSignal)state!).Fire(), this, delay, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _timer?.Dispose();
        }
    }

    private void Fire()
    {
        // A host that already stops was told to by somebody else, and stays down.
        if (!lifetime.ApplicationStopping.IsCancellationRequested)
        {
            _requested = true;
            lifetime.StopApplication();
        }
    }
}
