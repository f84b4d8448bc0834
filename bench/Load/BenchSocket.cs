using System.Net.WebSockets;
using System.Text;

namespace OpenClaw.Bench.Load;

/// <summary>A bare socket that can say hello; no client library, so that the server is what is measured.</summary>
internal static class BenchSocket
{
    public static async Task<ClientWebSocket> ConnectAsync(Uri address, bool hello, string token, string scope = "operator.read")
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(address, CancellationToken.None);
        if (!hello)
            return socket;
        await ReceiveAsync(socket, new byte[64 * 1024]);
        var connect = "{\"type\":\"req\",\"id\":\"c\",\"method\":\"connect\",\"params\":{\"minProtocol\":4,\"maxProtocol\":4,"
            + "\"client\":{\"id\":\"cli\",\"version\":\"bench\",\"platform\":\"linux\",\"mode\":\"cli\"},"
            + "\"role\":\"operator\",\"scopes\":[\"" + scope + "\"],\"auth\":{\"token\":\"" + token + "\"}}}";
        await socket.SendAsync(Encoding.UTF8.GetBytes(connect), WebSocketMessageType.Text, true, CancellationToken.None);
        await ReceiveAsync(socket, new byte[256 * 1024]);
        return socket;
    }

    public static async Task<int> ReceiveAsync(ClientWebSocket socket, byte[] buffer)
    {
        var length = 0;
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
            length += received.Count;
            if (received.MessageType == WebSocketMessageType.Close)
                throw new InvalidOperationException($"The server closed: {socket.CloseStatus} {socket.CloseStatusDescription}");
            if (received.EndOfMessage)
                return length;
        }
    }
}
