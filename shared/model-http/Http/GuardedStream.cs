namespace OpenClaw.Agents.Common.Http;

/// <summary>Reads a far end's body within limits of size, line length and silence, before any parser sees it.</summary>
internal sealed class GuardedStream(Stream inner, ReadLimits limits, Deadline deadline, TimeSpan idleTimeout) : Stream
{
    private long _total;
    private long _line;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _total;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        // The time to the first byte began with the request.
        if (_total > 0)
            deadline.Resume(idleTimeout);
        var read = await inner.ReadAsync(buffer, deadline.Token);
        deadline.Pause();
        Count(buffer.Span[..read]);
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private void Count(ReadOnlySpan<byte> bytes)
    {
        _total += bytes.Length;
        if (_total > limits.Total)
            throw new OversizeException($"sent more than {limits.Total} bytes");
        while (bytes.IndexOfAny((byte)'\n', (byte)'\r') is var end and >= 0)
        {
            Grow(end);
            _line = 0;
            bytes = bytes[(end + 1)..];
        }

        Grow(bytes.Length);
    }

    private void Grow(int bytes)
    {
        _line += bytes;
        if (_line > limits.Line)
            throw new OversizeException($"sent a line of more than {limits.Line} bytes");
    }
}
