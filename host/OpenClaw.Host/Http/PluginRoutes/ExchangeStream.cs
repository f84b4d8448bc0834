namespace OpenClaw.Host.Http.PluginRoutes;

/// <summary>One direction of a body as a plugin sees it: one operation at a time, and none after the end.</summary>
internal abstract class ExchangeStream : Stream
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly CancellationTokenSource _ended = new();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Lets nothing more through, and returns when nothing is on its way.</summary>
    public async Task EndAsync()
    {
        await _ended.CancelAsync();
        // Never given back: whoever comes later finds the end.
        await _turn.WaitAsync();
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw Synchronous();

    public override void Write(byte[] buffer, int offset, int count) => throw Synchronous();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected async ValueTask<T> InTurnAsync<T>(Func<CancellationToken, ValueTask<T>> operation, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _ended.Token);
        await _turn.WaitAsync(either.Token);
        try
        {
            either.Token.ThrowIfCancellationRequested();
            return await operation(either.Token);
        }
        finally
        {
            _turn.Release();
        }
    }

    private static NotSupportedException Synchronous() => new("Bodies are read and written asynchronously. Use ReadAsync and WriteAsync.");
}
