using System.Buffers;
using System.Net.WebSockets;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Client.Transport;

/// <summary>Whole frames over one WebSocket: one reader, any number of senders.</summary>
internal sealed class GatewaySocket(WebSocket socket, int maxFrameBytes) : IDisposable
{
    private const int ReadChunkBytes = 16 * 1024;
    private const int KeptBufferBytes = 1024 * 1024;

    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly ArrayBufferWriter<byte> _outgoing = new();
    private ArrayBufferWriter<byte> _incoming = new(ReadChunkBytes);

    /// <summary>The close the peer sent, or the one this side sent; nothing when the connection broke.</summary>
    public ConnectionEnd End => new((int?)socket.CloseStatus, socket.CloseStatusDescription);

    /// <summary>Sends a request. A send that has begun is not cancelled, because that would cost the connection.</summary>
    public async Task SendRequestAsync(string id, string method, ReadOnlyMemory<byte> parameters, CancellationToken cancellationToken)
    {
        await _sending.WaitAsync(cancellationToken);
        try
        {
            _outgoing.ResetWrittenCount();
            FrameWriter.WriteRequest(_outgoing, id, method, parameters.Span);
            await socket.SendAsync(_outgoing.WrittenMemory, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Reads the next frame; it is valid until the next call. Null at the end of the connection.</summary>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken)
    {
        if (_incoming.Capacity > KeptBufferBytes)
        {
            _incoming = new(ReadChunkBytes);
        }

        _incoming.ResetWrittenCount();
        while (true)
        {
            var part = await socket.ReceiveAsync(_incoming.GetMemory(ReadChunkBytes), cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                await AnswerCloseAsync();
                return null;
            }

            _incoming.Advance(part.Count);
            if (_incoming.WrittenCount > maxFrameBytes)
            {
                await CloseAsync(CloseCodes.MessageTooBig, "frame too large", cancellationToken);
                return null;
            }

            if (part.EndOfMessage)
            {
                return _incoming.WrittenMemory;
            }
        }
    }

    /// <summary>Sends a close. The peer's own close then ends the reader.</summary>
    public async Task CloseAsync(int code, string reason, CancellationToken cancellationToken)
    {
        try
        {
            await _sending.WaitAsync(cancellationToken);
            try
            {
                if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                {
                    await socket.CloseOutputAsync((WebSocketCloseStatus)code, reason, cancellationToken);
                }
            }
            finally
            {
                _sending.Release();
            }
        }
        catch (Exception error) when (error is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            socket.Abort();
        }
    }

    public void Abort() => socket.Abort();

    public void Dispose()
    {
        socket.Dispose();
        _sending.Dispose();
    }

    private Task AnswerCloseAsync() =>
        socket.State == WebSocketState.CloseReceived
            ? CloseAsync((int)(socket.CloseStatus ?? WebSocketCloseStatus.NormalClosure), "", CancellationToken.None)
            : Task.CompletedTask;
}
