using System.Net.WebSockets;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Host.Gateway.Transport;

/// <summary>
/// What a connection owes its peer. Frames are sent by whoever adds to an idle queue; while one sender is busy the others only
/// add. The queue is bounded in bytes: past the bound, droppable events are left out and anything else ends the connection.
/// </summary>
internal sealed class OutboundQueue(WebSocket socket, int maxBytes, CloseFrame overflow)
{
    private readonly Lock _gate = new();
    private readonly Queue<OutboundFrame> _frames = new();
    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // What came in while the first answer was being made, and goes out behind it.
    private Queue<OutboundFrame>? _held;
    private CloseFrame? _close;
    private bool _busy;
    private bool _ended;
    private long _bytes;
    private long _seq;

    /// <summary>Completes when the close frame is out, or cannot be sent any more.</summary>
    public Task Ended => _end.Task;

    /// <summary>Adds an answer, or an event to this peer alone. Takes over the frame's buffer.</summary>
    public SendStatus Send(OutboundFrame frame)
    {
        SendStatus status;
        bool start;
        lock (_gate)
        {
            status = TryAdd(frame, droppable: false);
            start = BecomeBusy();
        }

        if (status != SendStatus.Queued)
        {
            frame.Answer?.Dispose();
        }

        Start(start);
        return status;
    }

    /// <summary>Adds a broadcast event under this connection's next number, which is used up even when the event is left out.</summary>
    public SendStatus Broadcast(OutboundFrame frame, bool droppable, out long seq)
    {
        SendStatus status;
        bool start;
        lock (_gate)
        {
            seq = ++_seq;
            status = TryAdd(frame with { Seq = seq }, droppable);
            start = BecomeBusy();
        }

        Start(start);
        return status;
    }

    /// <summary>Keeps back what is added from now on, except a close, until <see cref="Release"/>.</summary>
    public void Hold()
    {
        lock (_gate)
        {
            _held ??= new();
        }
    }

    /// <summary>Sends a frame, and behind it what was kept back. Takes over the frame's buffer.</summary>
    public SendStatus Release(OutboundFrame first)
    {
        SendStatus status;
        bool start;
        lock (_gate)
        {
            var held = _held ?? [];
            _held = null;
            status = TryAdd(first, droppable: false);
            while (status == SendStatus.Queued && held.TryDequeue(out var frame))
            {
                // Counted when it was added.
                _frames.Enqueue(frame);
            }

            start = BecomeBusy();
        }

        if (status != SendStatus.Queued)
        {
            first.Answer?.Dispose();
        }

        Start(start);
        return status;
    }

    /// <summary>Sends the close frame after what is queued. Only the first close counts.</summary>
    /// <returns>False when the connection is closing already.</returns>
    public bool Close(CloseFrame frame)
    {
        bool start;
        lock (_gate)
        {
            if (_close is not null || _ended)
            {
                return false;
            }

            _close = frame;
            start = BecomeBusy();
        }

        Start(start);
        return true;
    }

    private SendStatus TryAdd(OutboundFrame frame, bool droppable)
    {
        if (_close is not null || _ended)
        {
            return SendStatus.Closed;
        }

        if (_bytes + frame.Size <= maxBytes)
        {
            (_held ?? _frames).Enqueue(frame);
            _bytes += frame.Size;
            return SendStatus.Queued;
        }

        if (droppable)
        {
            return SendStatus.Dropped;
        }

        // What is queued will not be read any more; the close frame follows the frame under way.
        Discard();
        _close = overflow;
        return SendStatus.Overflowed;
    }

    private bool BecomeBusy() => !_busy && !_ended && (_frames.Count > 0 || _close is not null) && (_busy = true);

    private void Start(bool start)
    {
        if (start)
        {
            _ = SendAllAsync();
        }
    }

    private async Task SendAllAsync()
    {
        using var scratch = new PooledBuffer();
        try
        {
            while (TryTake(out var frame, out var close))
            {
                if (close is not null)
                {
                    await socket.CloseOutputAsync((WebSocketCloseStatus)close.Code, close.Reason, CancellationToken.None);
                    End();
                    return;
                }

                using var answer = frame.Answer;
                await socket.SendAsync(Encode(frame, scratch), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
                Sent(frame);
            }
        }
        catch (Exception)
        {
            // Border of the connection: whatever stops the sending ends it. The reader notices and reports why.
            socket.Abort();
            End();
        }
    }

    private bool TryTake(out OutboundFrame frame, out CloseFrame? close)
    {
        lock (_gate)
        {
            close = null;
            if (_frames.TryDequeue(out frame))
            {
                return true;
            }

            close = _close;
            _busy = close is not null && !_ended;
            return _busy;
        }
    }

    private void Sent(OutboundFrame frame)
    {
        lock (_gate)
        {
            _bytes = Math.Max(0, _bytes - frame.Size);
        }
    }

    private void End()
    {
        lock (_gate)
        {
            _ended = true;
            Discard();
        }

        _end.TrySetResult();
    }

    private void Discard()
    {
        foreach (var frame in _frames.Concat(_held ?? []))
        {
            frame.Answer?.Dispose();
        }

        _frames.Clear();
        _held?.Clear();
        _bytes = 0;
    }

    private static ReadOnlyMemory<byte> Encode(OutboundFrame frame, PooledBuffer scratch)
    {
        if (frame.Answer is { } answer)
        {
            return answer.Written;
        }

        scratch.Clear();
        FrameWriter.WriteEvent(scratch, frame.EventName!, frame.Payload.Span, frame.Seq, frame.StateVersion);
        return scratch.Written;
    }
}
