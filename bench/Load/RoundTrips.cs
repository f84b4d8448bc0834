using System.Diagnostics;
using System.Net.WebSockets;

namespace OpenClaw.Bench.Load;

/// <summary>One request in flight on each of a few sockets, for a fixed time.</summary>
internal static class RoundTrips
{
    private const int Sockets = 8;
    private static readonly byte[] Health = """{"type":"req","id":"h","method":"health"}"""u8.ToArray();

    public static async Task<double> PerSecondAsync(Uri address, bool hello, string token, TimeSpan duration)
    {
        var sockets = new List<ClientWebSocket>();
        for (var index = 0; index < Sockets; index++)
            sockets.Add(await BenchSocket.ConnectAsync(address, hello, token));
        await Task.WhenAll(sockets.Select(socket => RunAsync(socket, TimeSpan.FromSeconds(1))));
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(sockets.Select(socket => RunAsync(socket, duration)));
        var perSecond = counts.Sum() / watch.Elapsed.TotalSeconds;
        foreach (var socket in sockets)
            socket.Dispose();
        return perSecond;
    }

    private static async Task<long> RunAsync(ClientWebSocket socket, TimeSpan duration)
    {
        var buffer = new byte[256 * 1024];
        var watch = Stopwatch.StartNew();
        var count = 0L;
        while (watch.Elapsed < duration)
        {
            await socket.SendAsync(Health, WebSocketMessageType.Text, true, CancellationToken.None);
            await BenchSocket.ReceiveAsync(socket, buffer);
            count++;
        }

        return count;
    }
}
