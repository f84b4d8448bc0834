using System.Diagnostics;
using System.Net.WebSockets;
using OpenClaw.Bench.Load;

namespace OpenClaw.Bench.Wire;

/// <summary>Requests and their longest waits over some connections, one in flight on each, in turns with the bare echo.</summary>
internal sealed class Requests(string executable, int connections)
{
    private const int Rounds = 9;
    private const double Slowest = 0.99;
    private const double LongestWaitMs = 50;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan RoundTime = TimeSpan.FromSeconds(1);
    private static readonly byte[] Health = """{"type":"req","id":"h","method":"health"}"""u8.ToArray();

    public async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        await using var echo = await EchoProcess.StartAsync();
        await using var gateway = await GatewayProcess.StartAsync(executable);
        var echoing = await OpenAsync(echo.Address, hello: false, "");
        var asking = await OpenAsync(gateway.Address, hello: true, gateway.Token);
        await RoundAsync(echoing, WarmUp);
        await RoundAsync(asking, WarmUp);
        List<double> echoes = [], echoWaits = [], answers = [], waits = [], ratios = [];
        for (var round = 0; round < Rounds; round++)
        {
            var bare = await RoundAsync(echoing, RoundTime);
            var real = await RoundAsync(asking, RoundTime);
            (echoes, echoWaits).Add(bare);
            (answers, waits).Add(real);
            ratios.Add(real.PerSecond / bare.PerSecond * 100);
        }

        foreach (var (socket, _) in echoing.Concat(asking))
            socket.Dispose();
        var over = connections == 1 ? "1 connection" : $"{connections} connections";
        return
        [
            Figure.Plain($"bare echo, {over}", "/s", echoes),
            Figure.Plain($"bare echo, {over}, p99", "ms", echoWaits),
            Figure.Plain($"health, {over}", "/s", answers),
            Figure.Below($"health, {over}, p99", "ms", LongestWaitMs, waits),
            Figure.Plain($"health against the echo, {over}", "%", ratios),
        ];
    }

    private async Task<List<(ClientWebSocket Socket, byte[] Buffer)>> OpenAsync(Uri address, bool hello, string token)
    {
        var lines = new List<(ClientWebSocket Socket, byte[] Buffer)>();
        for (var index = 0; index < connections; index++)
            lines.Add((await BenchSocket.ConnectAsync(address, hello, token), new byte[64 * 1024]));
        return lines;
    }

    private static async Task<Round> RoundAsync(List<(ClientWebSocket Socket, byte[] Buffer)> lines, TimeSpan duration)
    {
        var watch = Stopwatch.StartNew();
        var waits = await Task.WhenAll(lines.Select(line => Task.Run(() => AskAsync(line.Socket, line.Buffer, duration))));
        var elapsed = watch.Elapsed;
        var all = waits.SelectMany(static one => one).Order().ToArray();
        return new Round(all.Length / elapsed.TotalSeconds, all[(int)((all.Length - 1) * Slowest)]);
    }

    private static async Task<List<double>> AskAsync(ClientWebSocket socket, byte[] buffer, TimeSpan duration)
    {
        var waits = new List<double>();
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < duration)
        {
            var sent = Stopwatch.GetTimestamp();
            await socket.SendAsync(Health, WebSocketMessageType.Text, true, CancellationToken.None);
            await BenchSocket.ReceiveAsync(socket, buffer);
            waits.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
        }

        return waits;
    }
}
