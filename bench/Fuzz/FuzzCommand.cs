using System.Globalization;
using OpenClaw.Bench.Load;

namespace OpenClaw.Bench.Fuzz;

/// <summary>Mutated recordings against a published gateway for some minutes, and what became of it.</summary>
internal sealed class FuzzCommand(string executable, TimeSpan duration, int seed)
{
    private const int Workers = 3;
    private const double LeakMegabytes = 64;
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(5);

    /// <returns>0 when nothing crashed, nothing stayed unanswered, and memory did not go on growing.</returns>
    public async Task<int> RunAsync()
    {
        var corpus = FrameCorpus.Load(Checkout.Recordings());
        var tally = new FuzzTally();
        await using var gateway = await GatewayProcess.StartAsync(executable);
        Console.WriteLine($"{corpus.Count} frames and {corpus.ConnectCount} connect requests; seed {seed}, {duration.TotalMinutes:0.#} minutes");

        // What the first mutants load and compile stays, and a cache fills; growth behind that is what a leak would show as.
        await RunAsync(gateway, corpus, tally, duration / 3, seed);
        await Task.Delay(Settle);
        var third = gateway.ResidentMegabytes;
        await RunAsync(gateway, corpus, tally, duration * 2 / 3, seed + Workers);
        await Task.Delay(Settle);
        var end = gateway.HasExited ? 0 : gateway.ResidentMegabytes;

        foreach (var example in tally.Examples)
            Console.WriteLine(example);
        var closes = string.Join(", ", tally.Closes.OrderBy(static one => one.Key).Select(static one => $"{one.Key}: {one.Value}"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"executions {tally.Executions}, connections {tally.Connections}, answers {tally.Answers}, kinds of answers {tally.Outcomes}, corpus {corpus.Count}, closes ({closes})"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"crashes {(gateway.HasExited ? 1 : 0)}, faults {tally.Faults}, unanswered {tally.Unanswered}, memory {third:0} MB after a third, {end:0} MB at the end"));
        return !gateway.HasExited && tally is { Faults: 0, Unanswered: 0 } && end - third < LeakMegabytes ? 0 : 1;
    }

    /// <returns>Null when the options make no sense.</returns>
    public static FuzzCommand? TryRead(string[] options)
    {
        var (minutes, seed, executable) = (10, 1, (string?)null);
        for (var index = 0; index < options.Length; index += 2)
        {
            if (index + 1 == options.Length)
                return null;
            var text = options[index + 1];
            var isNumber = int.TryParse(text, CultureInfo.InvariantCulture, out var value) && value > 0;
            switch (options[index])
            {
                case "--minutes" when isNumber:
                    minutes = value;
                    break;
                case "--seed" when isNumber:
                    seed = value;
                    break;
                case "--gateway":
                    executable = text;
                    break;
                default:
                    return null;
            }
        }

        return new FuzzCommand(executable ?? Checkout.Published(), TimeSpan.FromMinutes(minutes), seed);
    }

    private static async Task RunAsync(GatewayProcess gateway, FrameCorpus corpus, FuzzTally tally, TimeSpan duration, int seed)
    {
        using var stop = new CancellationTokenSource(duration);
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(async worker =>
        {
            // A gateway that is gone answers nobody: once is enough to know.
            while (!stop.IsCancellationRequested && !gateway.HasExited)
                await new Fuzzer(gateway.Address, gateway.Token, corpus, tally, seed + worker).RunAsync(stop.Token);
        }));
    }
}
