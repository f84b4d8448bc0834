using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using OpenClaw.Bench.Load;
using OpenClaw.Client;

namespace OpenClaw.Bench.Crash;

/// <summary>
/// Numbered messages come in through a channel while the gateway is killed again and again, at random moments of its start and of its
/// work. At the end every message was answered once, or is listed. Kills of the process only: what a power cut does to the disk is
/// not measured here.
/// </summary>
internal sealed class CrashCommand(string executable, int kills, int seed, IReadOnlyList<string> channels, bool json)
{
    private const int Restarts = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <returns>0 when nothing was lost and nothing came twice.</returns>
    public async Task<int> RunAsync()
    {
        var random = new Random(seed);
        await using var chat = await CrashChannels.StartAsync(channels);
        using var folder = await CrashFolder.CreateAsync(chat);
        var told = 0;
        var whole = Stopwatch.StartNew();
        for (var kill = 0; kill < kills; kill++)
        {
            await using var gateway = GatewayProcess.Begin(executable, folder.Path);
            var life = TimeSpan.FromMilliseconds(random.Next(100, 2_500));
            for (var watch = Stopwatch.StartNew(); watch.Elapsed < life; await Task.Delay(random.Next(5, 120)))
                chat.Say(++told);
            await gateway.KillAsync();
            if (kill % 20 == 19)
                Console.Error.WriteLine($"{kill + 1} kills, {told} messages, {chat.Shown.Count} shown");
        }

        await using (var last = GatewayProcess.Begin(executable, folder.Path))
        {
            await last.WaitUntilReadyAsync();
            await SettledAsync(last, chat, told);
            await last.KillAsync();
        }

        var firsts = new List<double>();
        for (var restart = 0; restart < Restarts; restart++)
            firsts.Add(await FirstAnswerAsync(chat, folder, ++told));
        await using var end = GatewayProcess.Begin(executable, folder.Path);
        await end.WaitUntilReadyAsync();
        return Report(await SettledAsync(end, chat, told), firsts, whole.Elapsed);
    }

    private int Report(CrashTally tally, List<double> firsts, TimeSpan took)
    {
        var report = new CrashReport
        {
            Holds = tally.Holds,
            Channels = channels,
            Kills = kills,
            Seed = seed,
            Tally = tally,
            FirstAnswerSeconds = firsts,
            Minutes = took.TotalMinutes,
        };
        Console.WriteLine(json
            ? JsonSerializer.Serialize(report, CrashJsonContext.Default.CrashReport)
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{(tally.Holds ? "PASS" : "FAIL")} crash {string.Join('+', channels)}: kills {kills}, seed {seed}, messages {tally.Told} in {tally.Chats} chats, answered {tally.Answered}, "
                + $"told that they were interrupted {tally.Interrupted}, unknown and listed {tally.Unknown}, lost {tally.Lost}, shown twice {tally.Repeated}, "
                + $"turned twice {tally.TurnedTwice}, first answer {firsts.Order().ElementAt(firsts.Count / 2):0.0} s after a start ({firsts.Min():0.0} - {firsts.Max():0.0}), {took.TotalMinutes:0.0} minutes"));
        return tally.Holds ? 0 : 1;
    }

    /// <returns>Null when the options make no sense.</returns>
    public static CrashCommand? TryRead(string[] options)
    {
        var (kills, seed, executable) = (200, 1, (string?)null);
        string[] channels = [CrashPlan.Keyed, CrashPlan.Plain];
        var json = options.Contains("--json");
        options = [.. options.Where(static option => option != "--json")];
        for (var index = 0; index < options.Length; index += 2)
        {
            if (index + 1 == options.Length)
                return null;
            var text = options[index + 1];
            var isNumber = int.TryParse(text, CultureInfo.InvariantCulture, out var value) && value > 0;
            switch (options[index])
            {
                case "--kills" when isNumber:
                    kills = value;
                    break;
                case "--seed" when isNumber:
                    seed = value;
                    break;
                case "--channel" when text is CrashPlan.Keyed or CrashPlan.Plain:
                    channels = [text];
                    break;
                case "--gateway":
                    executable = text;
                    break;
                default:
                    return null;
            }
        }

        return new CrashCommand(executable ?? Checkout.Published(), kills, seed, channels, json);
    }

    /// <summary>From the start of a process until a message that came while none was there is answered.</summary>
    private async Task<double> FirstAnswerAsync(CrashChannels chat, CrashFolder folder, int number)
    {
        var before = chat.Shown.Count;
        chat.Say(number);
        var watch = Stopwatch.StartNew();
        await using var gateway = GatewayProcess.Begin(executable, folder.Path);
        while (chat.Shown.Count == before && watch.Elapsed < TimeSpan.FromSeconds(20))
            await Task.Delay(5);
        var took = watch.Elapsed.TotalSeconds;
        await gateway.KillAsync();
        return took;
    }

    /// <summary>Waits until every message is accounted for, or until nothing has moved for long.</summary>
    private static async Task<CrashTally> SettledAsync(GatewayProcess gateway, CrashChannels chat, int told)
    {
        await using var client = new GatewayClient(new() { Url = gateway.Address, Token = gateway.Token, Reconnect = false });
        await client.ConnectAsync();
        // Counting asks for every conversation: not while the gateway still works on them.
        await StandsStillAsync(chat, Pause);
        var tally = await CrashTally.OfAsync(client, chat.Shown, told, CancellationToken.None);
        if (tally.Lost == 0 && chat.Unacknowledged == 0)
            return tally;
        await StandsStillAsync(chat, Patience);
        return await CrashTally.OfAsync(client, chat.Shown, told, CancellationToken.None);
    }

    private static async Task StandsStillAsync(CrashChannels chat, TimeSpan time)
    {
        for (var (shown, quiet) = (chat.ShownCount, Stopwatch.StartNew()); quiet.Elapsed < time; await Task.Delay(250))
        {
            if (chat.ShownCount is var now && now != shown)
                (shown, quiet) = (now, Stopwatch.StartNew());
        }
    }
}
