using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace OpenClaw.Host.Gateway.Transport;

/// <summary>
/// Sits below the WebSocket and reads the frame headers that pass by, so that a message which announces more than it may have is
/// refused on its header. The WebSocket itself reports a length only as the bytes arrive.
/// </summary>
internal sealed class MessageLengthGuard(Stream inner) : Stream
{
    private const int FirstControlOpcode = 8;
    private const int LongestHeader = 10;

    private readonly byte[] _header = new byte[LongestHeader];
    private int _headerLength;
    private ulong _contentLeft;
    private ulong _messageLength;
    private Action? _onExceeded;

    /// <summary>How much one message may have over all its fragments.</summary>
    public int Limit { get; set; } = int.MaxValue;

    public bool IsExceeded { get; private set; }

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Says what to do when a message announces too much. Done once.</summary>
    public void WhenExceeded(Action onExceeded) => _onExceeded = onExceeded;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var reading = inner.ReadAsync(buffer, cancellationToken);
        if (!reading.IsCompletedSuccessfully)
        {
            return InspectLaterAsync(reading, buffer);
        }

        var count = reading.Result;
        Inspect(buffer.Span[..count]);
        return new ValueTask<int>(count);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        inner.WriteAsync(buffer, cancellationToken);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        inner.WriteAsync(buffer, offset, count, cancellationToken);

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override void Flush() => inner.Flush();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> InspectLaterAsync(ValueTask<int> reading, Memory<byte> buffer)
    {
        var count = await reading;
        Inspect(buffer.Span[..count]);
        return count;
    }

    private void Inspect(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (_contentLeft > 0)
            {
                var passed = (int)Math.Min(_contentLeft, (ulong)bytes.Length);
                _contentLeft -= (ulong)passed;
                bytes = bytes[passed..];
                continue;
            }

            _header[_headerLength++] = bytes[0];
            bytes = bytes[1..];
            if (_headerLength >= 2 && _headerLength == HeaderLength)
            {
                Enter();
            }
        }
    }

    private int HeaderLength => (_header[1] & 0x7F) switch { 126 => 4, 127 => LongestHeader, _ => 2 };

    private ulong ContentLength => (_header[1] & 0x7F) switch
    {
        126 => BinaryPrimitives.ReadUInt16BigEndian(_header.AsSpan(2)),
        127 => BinaryPrimitives.ReadUInt64BigEndian(_header.AsSpan(2)),
        var length => (ulong)length,
    };

    private void Enter()
    {
        var length = ContentLength;
        var mask = (_header[1] & 0x80) == 0 ? 0UL : 4UL;
        _headerLength = 0;
        _contentLeft = length > ulong.MaxValue - mask ? ulong.MaxValue : length + mask;
        if ((_header[0] & 0x0F) >= FirstControlOpcode || length > long.MaxValue)
        {
            // Control frames are no part of a message, and a length with its sign bit set is for the WebSocket to refuse.
            return;
        }

        _messageLength = Math.Min(_messageLength + length, long.MaxValue);
        if (_messageLength > (ulong)Limit && !IsExceeded)
        {
            IsExceeded = true;
            _onExceeded?.Invoke();
        }

        if ((_header[0] & 0x80) != 0)
        {
            _messageLength = 0;
        }
    }
}
