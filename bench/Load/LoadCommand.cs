using System.Net.WebSockets;

namespace OpenClaw.Bench.Load;

/// <summary>Start to ready, idle memory, round trips against a bare echo, and memory per idle connection, of a published build.</summary>
internal sealed class LoadCommand(string executable, int connections)
{
    private const int Starts = 7;
    private const int Rounds = 15;
    private const int FirstBatches = 3;
    private const int FirstBatch = 100;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan RoundTime = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(5);

    /// <returns>0 when every budget is met, 1 when one is missed.</returns>
    public async Task<int> RunAsync(bool json)
    {
        var report = LoadReport.Of([.. await StartAsync(), .. await RoundTripsAsync(), .. await ConnectionsAsync()]);
        Console.WriteLine(json ? report.ToJson() : report.ToTable());
        return report.IsWithinBudget ? 0 : 1;
    }

    private async Task<IReadOnlyList<Figure>> StartAsync()
    {
        List<double> ready = [], work = [], idle = [];
        for (var run = 0; run < Starts; run++)
        {
            await using var gateway = await GatewayProcess.StartAsync(executable);
            ready.Add(gateway.ReadyAfter.TotalMilliseconds);
            work.Add(gateway.WorkUntilReady.TotalMilliseconds);
            await Task.Delay(Settle);
            idle.Add(gateway.ResidentMegabytes);
        }

        return
        [
            Figure.Below("start to ready", "ms", 500, ready),
            Figure.Plain("processor time until ready", "ms", work),
            Figure.Below("resident memory, idle", "MB", 90, idle),
        ];
    }

    private async Task<IReadOnlyList<Figure>> RoundTripsAsync()
    {
        await using var echo = await EchoProcess.StartAsync();
        await using var gateway = await GatewayProcess.StartAsync(executable);
        await using var echoing = await RoundTrips.ConnectAsync(echo.Address, hello: false, string.Empty);
        await using var asking = await RoundTrips.ConnectAsync(gateway.Address, hello: true, gateway.Token);
        await echoing.PerSecondAsync(WarmUp);
        await asking.PerSecondAsync(WarmUp);

        // Short rounds in turns: whatever else the machine does meets both alike.
        List<double> echoes = [], healths = [], ratios = [];
        for (var round = 0; round < Rounds; round++)
        {
            echoes.Add(await echoing.PerSecondAsync(RoundTime));
            healths.Add(await asking.PerSecondAsync(RoundTime));
            ratios.Add(healths[^1] / echoes[^1] * 100);
        }

        await Task.Delay(Settle);
        return
        [
            Figure.Plain("bare Kestrel WebSocket echo, round trips", "/s", echoes),
            Figure.Plain("health, round trips", "/s", healths),
            Figure.Above("health against the echo", "%", 60, ratios),
            Figure.Plain("resident memory after these round trips", "MB", [gateway.ResidentMegabytes]),
        ];
    }

    private async Task<IReadOnlyList<Figure>> ConnectionsAsync()
    {
        await using var gateway = await GatewayProcess.StartAsync(executable);

        // The first ones load the code of the handshake and let it be compiled anew, which the runtime does between bursts of work
        // and once. They stay, so that nothing they free is used again.
        var sockets = new List<ClientWebSocket>();
        for (var batch = 0; batch < FirstBatches; batch++)
        {
            sockets.AddRange(await IdleConnections.OpenAsync(gateway.Address, gateway.Token, FirstBatch));
            await Task.Delay(Settle);
        }

        var before = gateway.ResidentMegabytes;
        sockets.AddRange(await IdleConnections.OpenAsync(gateway.Address, gateway.Token, connections));
        await Task.Delay(Settle);
        var full = gateway.ResidentMegabytes;
        IdleConnections.Close(sockets);
        return
        [
            Figure.Below($"memory per idle connection, {connections} more", "KB", 25, [(full - before) * 1000 / connections]),
            Figure.Plain($"resident memory with all {sockets.Count} of them", "MB", [full]),
        ];
    }
}
