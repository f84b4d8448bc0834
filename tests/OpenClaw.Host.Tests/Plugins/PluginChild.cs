using System.Diagnostics;
using Microsoft.Extensions.Logging;
using OpenClaw.Host.Plugins.Crashes;
using OpenClaw.Host.Plugins.Faults;
using OpenClaw.Host.Plugins.Lifecycle;

namespace OpenClaw.Host.Tests.Plugins;

/// <summary>What a second process does for the plugin tests.</summary>
internal static class PluginChild
{
    public const string ThrowOnThread = "plugin-throw-on-thread";
    public const string Stray = "plugin-stray";
    public const string Crash = "plugin-crash";
    public const string Pool = "plugin-pool";

    /// <summary>Lets a plugin throw on a thread of its own and reports what the guard made of it, or dies of it.</summary>
    public static async Task<int> ThrowOnThreadAsync(string plugin)
    {
        await using var plugins = await new PluginTestHost().With(plugin).StartAsync();
        Guard(plugins);
        await plugins.ActAsync("thread");
        PluginStatus status;
        do
        {
            await Task.Yield();
            status = plugins.Status(plugin);
        }
        while (status.Degraded is null);
        Console.WriteLine($"{status.State} {status.Degraded}");
        return 0;
    }

    /// <summary>Lets a plugin throw outside any call, once and then often.</summary>
    public static async Task<int> StrayAsync(string act)
    {
        await using var plugins = await new PluginTestHost().With("good", "hazard").StartAsync();
        Guard(plugins);
        var due = new TaskCompletionSource();
        plugins.Environment.Quarantine.Due += () => due.TrySetResult();
        await plugins.CallAsync("hazard_act", new { act });
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (plugins.Status("hazard").Degraded is null)
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        Console.WriteLine($"after one: {plugins.Status("hazard").State} {plugins.Status("hazard").Degraded}");
        for (var more = 0; more < 3; more++)
            await plugins.CallAsync("hazard_act", new { act });
        await due.Task.WaitAsync(patience.Token);
        await plugins.ApplyAsync();
        Console.WriteLine($"after four: {plugins.Status("hazard").State} {plugins.Status("hazard").Reason}");
        Console.WriteLine($"the other one: {await plugins.ActAsync("hello")}");
        return 0;
    }

    /// <summary>Lets a plugin block two hundred threads of the pool, and sees how long everybody else waits.</summary>
    public static async Task<int> PoolAsync()
    {
        await using var plugins = await new PluginTestHost().With("hazard").StartAsync();
        var watch = Stopwatch.StartNew();
        await plugins.CallAsync("hazard_act", new { act = "pool" });
        await Task.Run(static () => { });
        // By itself the pool takes more than a minute and a half.
        Console.WriteLine(watch.Elapsed < TimeSpan.FromSeconds(20) ? "it moves" : $"it stood still for {watch.Elapsed}");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!plugins.Loggers.Entries.Any(static entry => entry.Message.StartsWith("Work of the whole gateway stood still", StringComparison.Ordinal)))
            await Task.Delay(1, patience.Token);
        Console.WriteLine("it was told");
        return 0;
    }

    /// <summary>One life of a gateway whose plugin takes it down, if it is let run.</summary>
    /// <param name="state">Outlives the process.</param>
    /// <param name="place">Where the plugin does it.</param>
    /// <param name="act">How.</param>
    public static async Task<int> CrashAsync(string state, string place, string act)
    {
        var plugins = new PluginTestHost(state);
        plugins.SafeMode = new SafeMode(new CrashLedger(plugins.Environment.Options.CrashFile, TimeProvider.System), asked: false);
        plugins.With("good", "hazard").Configure("hazard", place == "tool" ? "{}" : $$"""{"{{place}}":"{{act}}"}""");
        await plugins.StartAsync();
        Guard(plugins);
        if (place == "tool" && plugins.Host.Current.Tools.ContainsKey("hazard_act"))
            await plugins.CallAsync("hazard_act", new { act });
        Console.WriteLine($"{plugins.Status("hazard").State}: {plugins.Status("hazard").Problem ?? plugins.Status("hazard").Reason}");
        Console.WriteLine($"good: {plugins.Status("good").State}");
        if (place == "tool" && plugins.Status("hazard").State == PluginState.Running)
            await Task.Delay(Timeout.InfiniteTimeSpan);
        await plugins.DisposeAsync();
        return 0;
    }

    private static void Guard(PluginTestHost plugins) =>
        new UnhandledExceptionGuard(plugins.Host, plugins.Secrets, new LoggerFactory().CreateLogger<UnhandledExceptionGuard>()).Install();
}
