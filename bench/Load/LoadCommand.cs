using System.Diagnostics;

namespace OpenClaw.Bench.Load;

/// <summary>Start to ready, idle memory, round trips against a bare echo, and memory per idle connection, of a published build.</summary>
internal static class LoadCommand
{
    private const int StartRuns = 7;
    private const int RoundTripSeconds = 5;

    public static async Task<int> RunAsync(string executable, int connections)
    {
        var starts = new List<double>();
        for (var run = 0; run < StartRuns; run++)
        {
            await using var started = await GatewayProcess.StartAsync(executable);
            starts.Add(started.ReadyAfter.TotalMilliseconds);
        }

        starts.Sort();
        Report("start to ready, ms (median of 7)", starts[StartRuns / 2], "budget 500");

        await using var gateway = await GatewayProcess.StartAsync(executable);
        await Task.Delay(TimeSpan.FromSeconds(2));
        Report("idle resident, MiB", gateway.ResidentBytes / 1048576.0, "budget 90");

        await using var echo = await EchoServer.StartAsync();
        var ratios = new List<double>();
        for (var round = 0; round < 3; round++)
        {
            var bare = await RoundTrips.PerSecondAsync(echo.Address, hello: false, string.Empty, TimeSpan.FromSeconds(RoundTripSeconds));
            var health = await RoundTrips.PerSecondAsync(gateway.Address, hello: true, gateway.Token, TimeSpan.FromSeconds(RoundTripSeconds));
            Console.WriteLine($"  round {round + 1}: echo {bare:F0}/s, health {health:F0}/s");
            ratios.Add(health / bare);
        }

        ratios.Sort();
        Report("health / echo, percent (median of 3)", ratios[1] * 100, "budget 60");

        var before = gateway.ResidentBytes;
        var sockets = await IdleConnections.OpenAsync(gateway.Address, gateway.Token, connections);
        await Task.Delay(TimeSpan.FromSeconds(3));
        Report($"memory per idle connection at {connections}, KB", (gateway.ResidentBytes - before) / 1000.0 / connections, "budget 25");
        foreach (var socket in sockets)
            socket.Dispose();
        return 0;
    }

    private static void Report(string what, double value, string budget) => Console.WriteLine($"{what}: {value:F1} ({budget})");
}
