namespace OpenClaw.Host.Diagnostics;

/// <summary>The phase of the process, for everything that answers differently before it is ready and after it began to stop.</summary>
internal sealed class HostLifecycle(TimeProvider time)
{
    private readonly long _started = time.GetTimestamp();
    private int _phase = (int)HostPhase.Starting;

    public HostPhase Phase => (HostPhase)Volatile.Read(ref _phase);

    /// <summary>Changes with every start of the process.</summary>
    public string BootId { get; } = Guid.NewGuid().ToString();

    public TimeSpan Uptime => time.GetElapsedTime(_started);

    /// <summary>Every room is up. Has no effect once the host began to stop.</summary>
    public void MarkReady() => Interlocked.CompareExchange(ref _phase, (int)HostPhase.Accepting, (int)HostPhase.Starting);

    public void MarkDraining() => Volatile.Write(ref _phase, (int)HostPhase.Draining);
}
