using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using OpenClaw.Bench.Crash;
using OpenClaw.Bench.Load;
using OpenClaw.Client;

namespace OpenClaw.Bench.Turns;

/// <summary>What a turn costs beside its model, how many turns there are in a second, and what is left in memory after very many.</summary>
internal sealed class TurnsCommand(string executable, int messages, int flood, bool json)
{
    private const int Warm = 300;
    private const int PerChat = 25;
    private const int InFlight = 400;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(5);

    public async Task<int> RunAsync()
    {
        await using var chat = await CrashChannels.StartAsync([CrashPlan.Keyed]);
        using var folder = await TurnsFolder.CreateAsync(chat);
        await using var gateway = GatewayProcess.Begin(executable, folder.Path);
        await gateway.WaitUntilReadyAsync();
        await using var client = new GatewayClient(new() { Url = gateway.Address, Token = gateway.Token, Reconnect = false });
        await client.ConnectAsync();
        await SecondAsync(client, "warm", 8, TimeSpan.FromSeconds(3));
        var one = await SecondAsync(client, "one", 1, Round);
        var sixteen = await SecondAsync(client, "sixteen", 16, Round);
        var many = await SecondAsync(client, "many", 200, Round);
        await ThroughAsync(chat, 0, Warm);
        var before = gateway.ResidentMegabytes;
        var watch = Stopwatch.StartNew();
        await ThroughAsync(chat, Warm, messages);
        var through = messages / watch.Elapsed.TotalSeconds;
        var after = gateway.ResidentMegabytes;
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{messages} messages: {through:0} /s, {before:0.0} MB before, {after:0.0} MB after"));
        var (flooded, longest) = await FloodAsync(chat, client, Warm + messages);
        var report = LoadReport.Of(
        [
            Figure.Plain("a turn beside its model, p50", "ms", [one.Percentile(50)]),
            Figure.Plain("a turn beside its model, p99", "ms", [one.Percentile(99)]),
            Figure.Plain("turns, 1 session", "/s", [one.PerSecond]),
            Figure.Plain("turns, 16 sessions", "/s", [sixteen.PerSecond]),
            Figure.Plain("turns, 200 sessions", "/s", [many.PerSecond]),
            Figure.Plain("messages through inbox, run and outbox", "/s", [through]),
            Figure.Plain("resident memory before them", "MB", [before]),
            Figure.Plain(string.Create(CultureInfo.InvariantCulture, $"resident memory after {messages}"), "MB", [after]),
            Figure.Plain(string.Create(CultureInfo.InvariantCulture, $"{flood} messages at once in one chat, each answered"), "s", [flooded.TotalSeconds]),
            Figure.Plain("longest health answer meanwhile", "ms", [longest.TotalMilliseconds]),
            Figure.Plain("resident memory after them", "MB", [gateway.ResidentMegabytes]),
        ]);
        Console.WriteLine(json ? report.ToJson() : report.ToTable());
        return 0;
    }

    /// <returns>Null when the options make no sense.</returns>
    public static TurnsCommand? TryRead(string[] options)
    {
        var (messages, flood, executable, json) = (100_000, 10_000, (string?)null, options.Contains("--json"));
        options = [.. options.Where(static option => option != "--json")];
        for (var index = 0; index + 1 < options.Length; index += 2)
        {
            var isCount = int.TryParse(options[index + 1], CultureInfo.InvariantCulture, out var count) && count > 0;
            if (options[index] == "--messages" && isCount)
                messages = count;
            else if (options[index] == "--flood" && isCount)
                flood = count;
            else if (options[index] == "--gateway")
                executable = options[index + 1];
            else
                return null;
        }

        return options.Length % 2 == 0 ? new TurnsCommand(executable ?? Checkout.Published(), messages, flood, json) : null;
    }

    /// <summary>Turns of so many sessions, each of which asks again when it has its answer.</summary>
    private static async Task<Sample> SecondAsync(GatewayClient client, string name, int sessions, TimeSpan time)
    {
        var took = new ConcurrentBag<double>();
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, sessions).Select(session => Task.Run(async () =>
        {
            for (var turn = 0; watch.Elapsed < time; turn++)
            {
                var began = Stopwatch.GetTimestamp();
                var run = $"{name}-{session}-{turn}";
                // A conversation of some turns, and then another: reading a long one is not what is measured.
                var key = $"{name}-{session}-{turn / PerChat}";
                await client.RequestAsync("chat.send", JsonElement.Parse($$"""{"sessionKey":"{{key}}","message":"{{TurnsFolder.Message}}","idempotencyKey":"{{run}}"}"""));
                await client.RequestAsync("agent.wait", JsonElement.Parse($$"""{"runId":"{{run}}","timeoutMs":30000}"""));
                took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        })));
        return new Sample([.. took.Order()], watch.Elapsed);
    }

    /// <summary>Messages through the whole way, never more than some of them in flight.</summary>
    private static async Task ThroughAsync(CrashChannels chat, int first, int count)
    {
        var before = chat.ShownCount;
        for (var said = 0; said < count || chat.ShownCount - before < count;)
        {
            while (said < count && said - (chat.ShownCount - before) < InFlight)
            {
                chat.Say(first + said, TurnsFolder.Message, $"p{(first + said) / PerChat}");
                said++;
            }

            await Task.Delay(5);
        }
    }

    /// <summary>Very many messages into one conversation at once; how long the others' answers take meanwhile.</summary>
    private async Task<(TimeSpan Took, TimeSpan LongestHealth)> FloodAsync(CrashChannels chat, GatewayClient client, int first)
    {
        var before = chat.ShownCount;
        var (watch, longest, reported) = (Stopwatch.StartNew(), TimeSpan.Zero, 0);
        for (var said = 0; said < flood; said++)
            chat.Say(first + said, TurnsFolder.Message, "flood");
        while (chat.ShownCount - before < flood)
        {
            var asked = Stopwatch.GetTimestamp();
            await client.RequestAsync("health");
            var took = Stopwatch.GetElapsedTime(asked);
            longest = took > longest ? took : longest;
            await Task.Delay(50);
            if (watch.Elapsed.TotalSeconds / 10 > reported + 1)
                Console.Error.WriteLine($"{reported = (int)(watch.Elapsed.TotalSeconds / 10)}0 s, {chat.ShownCount - before} of {flood} shown");
        }

        return (watch.Elapsed, longest);
    }

    private sealed record Sample(double[] Latencies, TimeSpan Took)
    {
        public double PerSecond => Latencies.Length / Took.TotalSeconds;

        public double Percentile(int percent) => Latencies[Math.Min(Latencies.Length - 1, Latencies.Length * percent / 100)];
    }
}
