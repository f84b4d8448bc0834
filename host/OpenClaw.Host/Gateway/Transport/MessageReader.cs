using System.Net.WebSockets;

namespace OpenClaw.Host.Gateway.Transport;

/// <summary>
/// Reads whole messages. It waits without a buffer, so that an idle connection holds none, and counts raw bytes over all
/// fragments, so that no message costs more than its limit.
/// </summary>
internal sealed class MessageReader(WebSocket socket)
{
    private const int FirstRent = 4_096;

    public async ValueTask<ReceivedMessage> ReadAsync(int limit, CancellationToken cancellationToken)
    {
        var arrival = await socket.ReceiveAsync(Memory<byte>.Empty, cancellationToken);
        if (arrival.MessageType == WebSocketMessageType.Close)
        {
            return new ReceivedMessage(ReceiveStatus.Closed);
        }

        var content = new PooledBuffer(FirstRent);
        try
        {
            var ended = arrival.EndOfMessage;
            while (!ended)
            {
                // One byte more than allowed tells a full message from one that goes on.
                var received = await socket.ReceiveAsync(content.GetRoom(limit + 1 - content.Length), cancellationToken);
                if (received.MessageType == WebSocketMessageType.Close)
                {
                    content.Dispose();
                    return new ReceivedMessage(ReceiveStatus.Closed);
                }

                content.Advance(received.Count);
                if (content.Length > limit)
                {
                    content.Dispose();
                    return new ReceivedMessage(ReceiveStatus.TooBig);
                }

                ended = received.EndOfMessage;
            }

            return new ReceivedMessage(ReceiveStatus.Message, content);
        }
        catch
        {
            content.Dispose();
            throw;
        }
    }

    /// <summary>Throws away what still arrives until the peer's close frame.</summary>
    public async ValueTask DrainAsync(CancellationToken cancellationToken)
    {
        var scrap = new byte[FirstRent];
        while ((await socket.ReceiveAsync(scrap.AsMemory(), cancellationToken)).MessageType != WebSocketMessageType.Close)
        {
        }
    }
}
