using System.Diagnostics;

namespace OpenClaw.Host.Tests.Cli;

/// <summary>Waits for what has no signal of its own, such as text in a writer.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static async Task TrueAsync(Func<bool> condition)
    {
        var started = Stopwatch.GetTimestamp();
        while (!condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < Patience, "Waited in vain.");
            await Task.Yield();
        }
    }
}
