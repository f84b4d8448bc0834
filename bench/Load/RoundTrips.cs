using System.Diagnostics;
using System.Net.WebSockets;

namespace OpenClaw.Bench.Load;

/// <summary>One request in flight on each of a few sockets, for a fixed time.</summary>
internal sealed class RoundTrips : IAsyncDisposable
{
    private const int Sockets = 8;
    private const int LargestAnswer = 256 * 1024;
    private static readonly byte[] Health = """{"type":"req","id":"h","method":"health"}"""u8.ToArray();

    private readonly (ClientWebSocket Socket, byte[] Buffer)[] _lines;

    private RoundTrips((ClientWebSocket Socket, byte[] Buffer)[] lines) => _lines = lines;

    public static async Task<RoundTrips> ConnectAsync(Uri address, bool hello, string token)
    {
        var lines = new (ClientWebSocket Socket, byte[] Buffer)[Sockets];
        for (var index = 0; index < Sockets; index++)
            lines[index] = (await BenchSocket.ConnectAsync(address, hello, token), new byte[LargestAnswer]);
        return new RoundTrips(lines);
    }

    public async Task<double> PerSecondAsync(TimeSpan duration)
    {
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(_lines.Select(line => RunAsync(line.Socket, line.Buffer, duration)));
        return counts.Sum() / watch.Elapsed.TotalSeconds;
    }

    public ValueTask DisposeAsync()
    {
        foreach (var (socket, _) in _lines)
            socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task<long> RunAsync(ClientWebSocket socket, byte[] buffer, TimeSpan duration)
    {
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
