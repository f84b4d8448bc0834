using System.Net.WebSockets;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Gateway.Transport;

/// <summary>
/// One WebSocket: whole messages in, bounded frames out, and one place where it ends. A close is always bounded in time: a peer
/// that does not answer our close frame, or cannot take it, is cut off.
/// </summary>
internal sealed class GatewaySocket : IAsyncDisposable
{
    private static readonly CloseFrame TooBig = new(CloseCodes.MessageTooBig, "");
    private static readonly CloseFrame SlowConsumer = new(CloseCodes.PolicyViolation, CloseCodes.SlowConsumerReason);

    private readonly WebSocket _socket;
    private readonly MessageLengthGuard _guard;
    private readonly MessageReader _reader;
    private readonly Action _abort;
    private readonly TimeProvider _time;
    private readonly TimeSpan _closeGrace;
    private readonly Lock _gate = new();
    private ITimer? _deadline;
    private bool _closing;
    private bool _disposed;

    public GatewaySocket(WebSocket socket, MessageLengthGuard guard, Action abort, GatewayOptions options, TimeProvider time)
    {
        _socket = socket;
        _guard = guard;
        _guard.WhenExceeded(() => Close(TooBig));
        _abort = abort;
        _time = time;
        _closeGrace = options.CloseGrace;
        _reader = new MessageReader(socket);
        Outbound = new OutboundQueue(socket, options.MaxBufferedBytes, SlowConsumer);
    }

    public OutboundQueue Outbound { get; }

    /// <summary>True once this side has decided to end the connection: nothing the peer sends counts any more.</summary>
    public bool IsClosing
    {
        get
        {
            lock (_gate)
            {
                return _closing;
            }
        }
    }

    /// <summary>True when the peer said goodbye of its own accord, and not because it lost interest in this one connection.</summary>
    public bool PeerHasLeft => !IsClosing && _socket.CloseStatus == WebSocketCloseStatus.NormalClosure;

    /// <summary>The next whole message. One that announces more than the limit ends the connection at once.</summary>
    public ValueTask<ReceivedMessage> ReadAsync(int limit, CancellationToken cancellationToken)
    {
        _guard.Limit = limit;
        return _reader.ReadAsync(limit, cancellationToken);
    }

    /// <summary>Notes the outcome of a send, and starts the end of a connection whose queue ran over.</summary>
    public SendStatus Watch(SendStatus status)
    {
        if (status == SendStatus.Overflowed)
        {
            BoundClosing();
        }

        return status;
    }

    /// <summary>Says goodbye after what is queued.</summary>
    public void Close(CloseFrame frame)
    {
        if (Outbound.Close(frame))
        {
            BoundClosing();
        }
    }

    /// <summary>Cuts the connection without a word.</summary>
    public void Abort()
    {
        lock (_gate)
        {
            // The request behind the socket is not ours any more once we have let go of it.
            if (_disposed)
            {
                return;
            }

            _socket.Abort();
            _abort();
        }
    }

    /// <summary>Brings the closing handshake to its end, whoever began it.</summary>
    public async Task FinishAsync()
    {
        Close(_socket.CloseStatus is { } code ? new CloseFrame((int)code, "") : CloseFrame.Normal);
        try
        {
            await Outbound.Ended;
            if (_socket.State == WebSocketState.CloseSent)
            {
                await _reader.DrainAsync(CancellationToken.None);
            }
        }
        catch (Exception exception) when (exception is WebSocketException or IOException or OperationCanceledException or InvalidOperationException)
        {
            // The peer left without a close frame, or the deadline cut it off: either way the connection is over.
            Abort();
        }
    }

    public async ValueTask DisposeAsync()
    {
        ITimer? deadline;
        lock (_gate)
        {
            _closing = true;
            _disposed = true;
            deadline = _deadline;
        }

        if (deadline is not null)
        {
            await deadline.DisposeAsync();
        }

        _socket.Dispose();
    }

    private void BoundClosing()
    {
        lock (_gate)
        {
            if (_closing)
            {
                return;
            }

            _closing = true;
            _deadline = _time.CreateTimer(static socket => ((GatewaySocket)socket!).Abort(), this, _closeGrace, Timeout.InfiniteTimeSpan);
        }
    }
}
