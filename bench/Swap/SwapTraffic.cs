using System.Diagnostics;
using System.Globalization;
using OpenClaw.TestKit.Chat;

namespace OpenClaw.Bench.Swap;

/// <summary>One person after the other says something in one channel, and waits for the answer.</summary>
internal sealed class SwapTraffic(FakeChatServer server, string name)
{
    // Enough that no conversation grows long.
    private const int Chats = 400;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private int _settled;

    public int Told { get; private set; }

    public int Lost { get; private set; }

    public int Repeated => Math.Max(0, server.ShownCount - Told + Lost);

    /// <summary>The longest a message waited until the channel took it.</summary>
    public TimeSpan LongestSilence { get; private set; }

    public TimeSpan LongestAnswer { get; private set; }

    /// <summary>Waits until something that was said from now on has its answer, or was given up.</summary>
    public async Task NextAnswerAsync()
    {
        var next = Told + 1;
        while (Volatile.Read(ref _settled) < next)
            await Task.Delay(1);
    }

    public void Forget() => (LongestSilence, LongestAnswer) = (TimeSpan.Zero, TimeSpan.Zero);

    public async Task RunAsync(Func<bool> goOn)
    {
        while (goOn())
        {
            await SayAsync();
            await Task.Delay(Pause);
        }
    }

    private async Task SayAsync()
    {
        var number = ++Told;
        var shown = server.ShownCount;
        var watch = Stopwatch.StartNew();
        server.Say(string.Create(CultureInfo.InvariantCulture, $"m{number:0000000}"), "say 1 words", sender: $"{name}-{number % Chats}");
        while (server.Unacknowledged > 0 && watch.Elapsed < Patience)
            await Task.Delay(1);
        if (watch.Elapsed > LongestSilence)
            LongestSilence = watch.Elapsed;
        while (server.ShownCount == shown && watch.Elapsed < Patience)
            await Task.Delay(1);
        if (watch.Elapsed > LongestAnswer)
            LongestAnswer = watch.Elapsed;
        if (server.ShownCount == shown)
            Lost++;
        Volatile.Write(ref _settled, number);
    }
}
