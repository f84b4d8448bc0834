namespace OpenClaw.Host.Diagnostics;

/// <summary>Lets a room say that its part of the health changed, so that nobody is shown an older one.</summary>
internal sealed class HealthNews
{
    private long _count;

    /// <summary>How often somebody said so.</summary>
    public long Count => Interlocked.Read(ref _count);

    public void Tell() => Interlocked.Increment(ref _count);
}
