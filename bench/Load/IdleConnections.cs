using System.Net.WebSockets;

namespace OpenClaw.Bench.Load;

/// <summary>Authenticated sockets that then stay silent.</summary>
internal static class IdleConnections
{
    public static async Task<IReadOnlyList<ClientWebSocket>> OpenAsync(Uri address, string token, int count)
    {
        var sockets = new List<ClientWebSocket>(count);
        for (var index = 0; index < count; index++)
            sockets.Add(await BenchSocket.ConnectAsync(address, hello: true, token));
        return sockets;
    }

    public static void Close(IReadOnlyList<ClientWebSocket> sockets)
    {
        foreach (var socket in sockets)
            socket.Dispose();
    }
}
