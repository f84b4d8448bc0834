using System.Collections.Concurrent;

namespace OpenClaw.Host.Gateway.Transport;

/// <summary>Every socket from its upgrade to its end, before and after the handshake. Bounded by the connection budget.</summary>
internal sealed class OpenSockets
{
    private readonly ConcurrentDictionary<GatewaySocket, byte> _sockets = [];

    public void Add(GatewaySocket socket) => _sockets[socket] = 0;

    public void Remove(GatewaySocket socket) => _sockets.TryRemove(socket, out _);

    public void CloseAll(CloseFrame frame)
    {
        foreach (var (socket, _) in _sockets)
        {
            socket.Close(frame);
        }
    }
}
