namespace OpenClaw.Channels.Discord.Api;

/// <summary>Calls that Discord counts together. One goes after the other; when none is left, the next waits until there are more.</summary>
internal sealed class Bucket : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private long _until;
    private int _users;

    public bool IsIdle => Volatile.Read(ref _users) == 0;

    /// <summary>When the next call may be made, as a timestamp of the clock.</summary>
    public long Until
    {
        get => Interlocked.Read(ref _until);
        set => Interlocked.Exchange(ref _until, value);
    }

    public void Enter() => Interlocked.Increment(ref _users);

    public Task WaitAsync(CancellationToken cancellationToken) => _turn.WaitAsync(cancellationToken);

    public void Leave(bool hadTurn)
    {
        if (hadTurn)
            _turn.Release();
        Interlocked.Decrement(ref _users);
    }

    public void Dispose() => _turn.Dispose();
}
