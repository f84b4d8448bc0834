using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using OpenClaw.Bench.Load;

namespace OpenClaw.Bench.Wire;

/// <summary>One event to a thousand connections: from the request that causes it until the last of them has it.</summary>
internal sealed class FanOut(string executable)
{
    private const int Listeners = 1_000;
    private const int Rounds = 60;
    private const int WarmUps = 20;
    private const int Groups = 5;
    private const double LongestMs = 200;
    private static readonly byte[] Cause = """{"type":"req","id":"t","method":"talk.mode","params":{"enabled":true}}"""u8.ToArray();
    private static readonly byte[] Mark = Encoding.UTF8.GetBytes("\"talk.mode\"");

    public async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        await using var gateway = await GatewayProcess.StartAsync(executable);
        using var causing = await BenchSocket.ConnectAsync(gateway.Address, hello: true, gateway.Token, "operator.admin");
        var buffer = new byte[64 * 1024];
        var listeners = new List<(ClientWebSocket Socket, byte[] Buffer)>();
        for (var index = 0; index < Listeners; index++)
            listeners.Add((await BenchSocket.ConnectAsync(gateway.Address, hello: true, gateway.Token, "operator.admin"), new byte[4 * 1024]));

        List<double> times = [];
        for (var round = -WarmUps; round < Rounds; round++)
        {
            var heard = listeners.Select(static line => HearAsync(line.Socket, line.Buffer)).ToArray();
            var watch = Stopwatch.StartNew();
            await causing.SendAsync(Cause, WebSocketMessageType.Text, true, CancellationToken.None);
            await Task.WhenAll(heard);
            if (round >= 0)
                times.Add(watch.Elapsed.TotalMilliseconds);
            await HearAsync(causing, buffer);
        }

        foreach (var (socket, _) in listeners)
            socket.Dispose();
        return
        [
            Figure.Plain($"one event to {Listeners} connections, until the last", "ms", times),
            Figure.Below("the same, longest of each 12 rounds", "ms", LongestMs, [.. times.Chunk(Rounds / Groups).Select(static group => group.Max())]),
            Figure.Plain("events delivered while it goes out", "/s", [.. times.Select(static time => Listeners / time * 1_000)]),
        ];
    }

    /// <summary>Reads on until the event; ticks and answers may come in between.</summary>
    private static async Task HearAsync(ClientWebSocket socket, byte[] buffer)
    {
        while (true)
        {
            var length = await BenchSocket.ReceiveAsync(socket, buffer);
            if (buffer.AsSpan(0, length).StartsWith("{\"type\":\"event\""u8) && buffer.AsSpan(0, length).IndexOf(Mark) >= 0)
                return;
        }
    }
}
