using System.Diagnostics;
using System.Globalization;
using OpenClaw.Bench.Load;
using OpenClaw.Client;
using OpenClaw.TestKit.Chat;

namespace OpenClaw.Bench.Crash;

/// <summary>
/// Numbered messages come in through a channel while the gateway is killed again and again, at random moments of its start and of its
/// work. At the end every message was answered once, or is listed. Kills of the process only: what a power cut does to the disk is
/// not measured here.
/// </summary>
internal sealed class CrashCommand(string executable, int kills, int seed, string channel)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <returns>0 when nothing was lost and nothing came twice.</returns>
    public async Task<int> RunAsync()
    {
        var random = new Random(seed);
        await using var chat = await FakeChatServer.StartAsync(knowsKeys: channel == "http-chat");
        using var folder = await CrashFolder.CreateAsync(channel, chat.Url);
        var told = 0;
        var whole = Stopwatch.StartNew();
        for (var kill = 0; kill < kills; kill++)
        {
            await using var gateway = GatewayProcess.Begin(executable, folder.Path);
            var life = TimeSpan.FromMilliseconds(random.Next(100, 2_500));
            for (var watch = Stopwatch.StartNew(); watch.Elapsed < life; await Task.Delay(random.Next(5, 120)))
                Say(chat, ++told);
            await gateway.KillAsync();
        }

        await using var last = GatewayProcess.Begin(executable, folder.Path);
        var first = await FirstAnswerAsync(chat);
        await last.WaitUntilReadyAsync();
        var tally = await SettledAsync(last, chat, told);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{(tally.Holds ? "PASS" : "FAIL")} crash {channel}: kills {kills}, seed {seed}, messages {tally.Told}, answered {tally.Answered}, told that they were interrupted {tally.Interrupted}, "
            + $"unknown and listed {tally.Unknown}, lost {tally.Lost}, shown twice {tally.Repeated}, turned twice {tally.TurnedTwice}, "
            + $"first answer {first.TotalSeconds:0.0} s after the last start, {whole.Elapsed.TotalMinutes:0.0} minutes"));
        return tally.Holds ? 0 : 1;
    }

    /// <returns>Null when the options make no sense.</returns>
    public static CrashCommand? TryRead(string[] options)
    {
        var (kills, seed, channel, executable) = (200, 1, "http-chat-plain", (string?)null);
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
                case "--channel" when text is "http-chat" or "http-chat-plain":
                    channel = text;
                    break;
                case "--gateway":
                    executable = text;
                    break;
                default:
                    return null;
            }
        }

        return new CrashCommand(executable ?? Checkout.Published(), kills, seed, channel);
    }

    // A chat and a session each, so that what is shown and what was turned can be told apart for every message.
    private static void Say(FakeChatServer chat, int number) =>
        chat.Say($"m{number:000000}", $"number {number}", sender: CrashTally.NameOf(number));

    private static async Task<TimeSpan> FirstAnswerAsync(FakeChatServer chat)
    {
        var watch = Stopwatch.StartNew();
        var before = chat.Shown.Count;
        while (chat.Shown.Count == before && watch.Elapsed < TimeSpan.FromSeconds(20))
            await Task.Delay(10);
        return watch.Elapsed;
    }

    /// <summary>Waits until every message is accounted for, or until nothing has moved for long.</summary>
    private static async Task<CrashTally> SettledAsync(GatewayProcess gateway, FakeChatServer chat, int told)
    {
        await using var client = new GatewayClient(new() { Url = gateway.Address, Token = gateway.Token, Reconnect = false });
        await client.ConnectAsync();
        var patience = Stopwatch.StartNew();
        while (true)
        {
            var tally = await CrashTally.OfAsync(client, chat.Shown, told, CancellationToken.None);
            if ((tally.Lost == 0 && chat.Unacknowledged == 0) || patience.Elapsed > Patience)
                return tally;
            await Task.Delay(TimeSpan.FromSeconds(2));
        }
    }
}
