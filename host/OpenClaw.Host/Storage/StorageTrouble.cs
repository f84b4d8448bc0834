namespace OpenClaw.Host.Storage;

/// <summary>
/// Remembers that the database takes or gives nothing, since when and why, and looks again every few seconds until a write goes through.
/// Nothing runs while all is well.
/// </summary>
internal sealed class StorageTrouble(TimeProvider time) : IDisposable
{
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private State? _now;
    private ITimer? _timer;
    private bool _disposed;

    /// <summary>Tries a write.</summary>
    public Action? TryAgain { get; set; }

    /// <summary>Null while all is well.</summary>
    public State? Now => Volatile.Read(ref _now);

    public void Note(StorageException error)
    {
        lock (_gate)
        {
            if (_disposed || _now is { IsTemporary: false })
                return;
            _now = new State(error.Reason ?? "its database fails", _now?.Since ?? time.GetUtcNow(), error.IsTemporary);
            if (error.IsTemporary)
                _timer ??= time.CreateTimer(_ => TryAgain?.Invoke(), null, Pause, Pause);
        }
    }

    /// <summary>A write reached the disk. A damaged file is not sound again because some page of it could be written.</summary>
    public void Passed()
    {
        if (Now is not { IsTemporary: true })
            return;
        lock (_gate)
        {
            _now = null;
            _timer?.Dispose();
            _timer = null;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _timer?.Dispose();
        }
    }

    /// <param name="Reason">In a few words.</param>
    /// <param name="Since">When it was first seen.</param>
    /// <param name="IsTemporary">It may go away by itself.</param>
    internal sealed record State(string Reason, DateTimeOffset Since, bool IsTemporary);
}
