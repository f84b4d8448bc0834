using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using OpenClaw.Bench.Load;
using OpenClaw.Client;
using OpenClaw.TestKit.Chat;

namespace OpenClaw.Bench.Swap;

/// <summary>What plugins cost at a start, and what a hostile one costs everybody else.</summary>
internal sealed class PluginsCommand(string executable)
{
    private const int Starts = 5;
    private const int Requests = 3_000;
    private const double MostHealthMs = 50;

    private static readonly (int Plugins, double Most)[] Sizes = [(1, 1_000), (4, 1_000), (16, 2_000)];

    /// <returns>0 when all of it is within its budget.</returns>
    public async Task<int> RunAsync()
    {
        var holds = true;
        await using var chat = await FakeChatServer.StartAsync();
        foreach (var (plugins, most) in Sizes)
        {
            var times = await StartsAsync(chat, plugins);
            holds &= Say($"ready with {plugins} channel plugins", times.Order().ElementAt(Starts / 2), most);
        }

        foreach (var act in new[] { "none", "spin", "pool", "threads" })
            holds &= Say($"health p99, a plugin does: {act}", await HealthAsync(act), MostHealthMs);
        return holds ? 0 : 1;
    }

    private async Task<List<double>> StartsAsync(FakeChatServer chat, int plugins)
    {
        using var folder = new SwapFolder();
        string[] ids = [.. Enumerable.Range(1, plugins).Select(static number => $"swap-{number}")];
        await folder.InstallAsync("SwapChat", ids);
        folder.Configure(ids.ToDictionary(static id => id, _ => chat.Url));
        List<double> times = [];
        for (var start = 0; start < Starts; start++)
        {
            var watch = Stopwatch.StartNew();
            await using var gateway = GatewayProcess.Begin(executable, folder.Path);
            await gateway.WaitUntilReadyAsync();
            times.Add(watch.Elapsed.TotalMilliseconds);
            await gateway.KillAsync();
        }

        return times;
    }

    private async Task<double> HealthAsync(string act)
    {
        using var folder = new SwapFolder();
        await folder.InstallAsync("Hazard", "hazard");
        folder.Configure(new Dictionary<string, string>(), $$""", "hazard": { "config": { "start": "{{act}}" } } """);
        await using var gateway = GatewayProcess.Begin(executable, folder.Path);
        await gateway.WaitUntilReadyAsync();
        await using var client = new GatewayClient(new() { Url = gateway.Address, Token = gateway.Token, Reconnect = false });
        await client.ConnectAsync();
        List<double> times = [];
        for (var request = 0; request < Requests; request++)
        {
            var watch = Stopwatch.StartNew();
            await client.RequestAsync("health", JsonElement.Parse("{}"));
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return times.Order().ElementAt(Requests * 99 / 100);
    }

    private static bool Say(string what, double milliseconds, double most)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(milliseconds <= most ? "PASS" : "FAIL")} {what}: {milliseconds:0.0} ms (at most {most:0})"));
        return milliseconds <= most;
    }
}
