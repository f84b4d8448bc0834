using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using OpenClaw.Bench.Load;
using OpenClaw.Client;
using OpenClaw.TestKit.Chat;

namespace OpenClaw.Bench.Swap;

/// <summary>
/// One of two channel plugins is loaded anew again and again while people talk in both. Nothing may be lost or said twice, the
/// other one may not notice, and what was replaced must be gone.
/// </summary>
internal sealed class SwapCommand(string executable, int count, bool json)
{
    private const string Swapped = "swap-a";
    private const string Sibling = "swap-b";
    private const int WarmSwaps = 30;
    private const int WarmMessages = 400;
    private const double MegabyteBytes = 1024 * 1024;

    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(10);

    /// <returns>0 when all of it holds.</returns>
    public async Task<int> RunAsync()
    {
        await using var first = await FakeChatServer.StartAsync();
        await using var second = await FakeChatServer.StartAsync();
        using var folder = new SwapFolder();
        await folder.InstallAsync("SwapChat", Swapped, Sibling);
        folder.Configure(new Dictionary<string, string> { [Swapped] = first.Url, [Sibling] = second.Url });
        await using var gateway = GatewayProcess.Begin(executable, folder.Path);
        await gateway.WaitUntilReadyAsync();
        await using var client = new GatewayClient(new() { Url = gateway.Address, Token = gateway.Token, Reconnect = false });
        await client.ConnectAsync();

        SwapTraffic a = new(first, Swapped), b = new(second, Sibling);
        await TalkAsync(a, b, WarmMessages, () => SwapAsync(client, a, WarmSwaps));
        await Task.Delay(Settle);
        a.Forget();
        b.Forget();
        var before = gateway.ResidentMegabytes * 1e6 / MegabyteBytes;
        var started = await StartOfAsync(client, Sibling);
        var watch = Stopwatch.StartNew();

        var swaps = await TalkAsync(a, b, messages: 0, () => SwapAsync(client, a, count));
        var took = watch.Elapsed;
        await Task.Delay(Settle);
        return Report(new SwapReport
        {
            Swaps = count,
            Failed = swaps.Failed,
            LiveOldGenerations = folder.LiveGenerations(Swapped) - 1,
            MegabytesBefore = before,
            MegabytesAfter = gateway.ResidentMegabytes * 1e6 / MegabyteBytes,
            MegabytesAllowed = count <= 500 ? 16 : 20,
            Messages = a.Told + b.Told,
            Lost = a.Lost + b.Lost,
            Repeated = a.Repeated + b.Repeated,
            SiblingReconnects = await StartOfAsync(client, Sibling) == started ? 0 : 1,
            SwappedSilenceMs = a.LongestSilence.TotalMilliseconds,
            SiblingSilenceMs = b.LongestSilence.TotalMilliseconds,
            SwapMedianMs = swaps.Times.Order().ElementAt(swaps.Times.Count / 2),
            Minutes = took.TotalMinutes,
        });
    }

    /// <returns>Null when the options make no sense.</returns>
    public static SwapCommand? TryRead(string[] options)
    {
        var (count, executable) = (500, (string?)null);
        var json = options.Contains("--json");
        options = [.. options.Where(static option => option != "--json")];
        for (var index = 0; index < options.Length; index += 2)
        {
            if (index + 1 == options.Length)
                return null;
            if (options[index] == "--gateway")
                executable = options[index + 1];
            else if (options[index] != "--count" || !int.TryParse(options[index + 1], CultureInfo.InvariantCulture, out count) || count < 1)
                return null;
        }

        return new SwapCommand(executable ?? Checkout.Published(), count, json);
    }

    /// <summary>Talks in both channels until the swaps are done, one way or the other, and so much was said.</summary>
    private static async Task<Swaps> TalkAsync(SwapTraffic a, SwapTraffic b, int messages, Func<Task<Swaps>> swap)
    {
        var swapping = swap();
        await Task.WhenAll([.. new[] { a, b }.Select(one => one.RunAsync(() => !swapping.IsCompleted || one.Told < messages))]);
        return await swapping;
    }

    /// <summary>Each generation answers somebody before the next one takes over.</summary>
    private static async Task<Swaps> SwapAsync(GatewayClient client, SwapTraffic traffic, int count)
    {
        var failed = 0;
        List<double> times = [];
        for (var swap = 0; swap < count; swap++)
        {
            var watch = Stopwatch.StartNew();
            var result = await client.RequestAsync("plugins.reload", JsonElement.Parse($$"""{"plugins":[{"pluginId":"{{Swapped}}"}]}"""));
            times.Add(watch.Elapsed.TotalMilliseconds);
            var line = result.GetProperty("plugins")[0];
            if (line.GetProperty("state").GetString() != "running" || line.TryGetProperty("error", out _))
                failed++;
            await traffic.NextAnswerAsync();
            if (swap % 100 == 99)
                Console.Error.WriteLine($"{swap + 1} swaps");
        }

        return new Swaps(failed, times);
    }

    /// <summary>When the channel's account was started; another time means that it was started again.</summary>
    private static async Task<long> StartOfAsync(GatewayClient client, string channel)
    {
        var status = await client.RequestAsync("channels.status", JsonElement.Parse("{}"));
        return status.GetProperty("channelAccounts").GetProperty(channel)[0].GetProperty("lastStartAt").GetInt64();
    }

    private int Report(SwapReport report)
    {
        Console.WriteLine(json ? JsonSerializer.Serialize(report, SwapJsonContext.Default.SwapReport) : report.ToString());
        return report.Holds ? 0 : 1;
    }

    private sealed record Swaps(int Failed, List<double> Times);
}
