using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace OpenClaw.TestPlugins;

/// <summary>Everything a plugin can do to its process.</summary>
[SuppressMessage("Usage", "VSTHRD100", Justification = "Being wrong is what it is for.")]
internal static class Harm
{
    private static readonly List<object> Kept = [];

    public static void Do(string act, string place)
    {
        switch (act)
        {
            case "throw":
                throw new HazardException(place);
            case "hang":
                Thread.Sleep(Timeout.Infinite);
                break;
            case "async-void":
                AsyncVoid(place);
                break;
            case "thread":
                new Thread(() => throw new HazardException(place)).Start();
                break;
            case "timer":
                Kept.Add(new Timer(_ => throw new HazardException(place), null, 1, Timeout.Infinite));
                break;
            case "pool-item":
                ThreadPool.QueueUserWorkItem(_ => throw new HazardException(place));
                break;
            case "finalizer":
                Drop(place);
                GC.Collect();
                GC.WaitForPendingFinalizers();
                break;
            case "token":
                var source = new CancellationTokenSource();
                source.Token.Register(() => throw new HazardException(place));
                source.CancelAfter(1);
                Kept.Add(source);
                break;
            case "overflow":
                Overflow(1);
                break;
            case "fail-fast":
                Environment.FailFast($"fail fast at {place}");
                break;
            case "access":
                Marshal.ReadByte(unchecked((nint)0x7000_0000_1000));
                break;
            case "exit":
                Environment.Exit(3);
                break;
            case "spin":
                for (var core = 0; core < Environment.ProcessorCount * 2; core++)
                    new Thread(static () => Spin()) { IsBackground = true, Name = "hazard-spin" }.Start();
                break;
            case "pool":
                for (var item = 0; item < 200; item++)
                    ThreadPool.QueueUserWorkItem(static _ => Thread.Sleep(Timeout.Infinite));
                break;
            case "threads":
                for (var item = 0; item < 100; item++)
                    new Thread(static () => Thread.Sleep(Timeout.Infinite)) { IsBackground = true, Name = "hazard-bomb" }.Start();
                break;
        }
    }

    private static async void AsyncVoid(string place)
    {
        await Task.Yield();
        throw new HazardException(place);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Drop(string place) => _ = new Doomed(place);

    private static int Overflow(int depth) => depth + Overflow(depth + 1) + depth;

    private static void Spin()
    {
        while (true)
            Thread.SpinWait(1_000);
    }

    private sealed class Doomed(string place)
    {
        [SuppressMessage("Performance", "CA1821", Justification = "Throwing is what it is for.")]
        ~Doomed() => throw new HazardException(place);
    }

    private sealed class HazardException(string place) : Exception($"hazard at {place}");
}
