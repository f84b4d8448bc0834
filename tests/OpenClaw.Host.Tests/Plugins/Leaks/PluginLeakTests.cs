using OpenClaw.Host.Plugins.Lifecycle;

namespace OpenClaw.Host.Tests.Plugins.Leaks;

/// <summary>Each pattern that holds code: as authors write it, where the report must name it, and as the manual says, where it unloads.</summary>
public sealed class PluginLeakTests
{
    [Theory]
    [InlineData("timer", "TimerQueue", "scope.Clock")]
    [InlineData("periodic-timer", "TimerQueue", "scope.Clock")]
    [InlineData("endless-task", "TimerQueue", "scope.Clock")]
    [InlineData("blocked-thread", "pins-blocked", "scope (Run)")]
    [InlineData("socket-accept", "SocketAsyncEngine", "scope.Run")]
    [InlineData("process-exit", "ProcessExit", "scope.OnStopping")]
    [InlineData("unhandled-exception", "UnhandledException", "scope.OnStopping")]
    [InlineData("assembly-resolve", "AssemblyLoadContext", "")]
    [InlineData("unobserved-task", "UnobservedTaskException", "scope.OnStopping")]
    [InlineData("cancel-key", "Console", "scope.OnStopping")]
    [InlineData("activity-listener", "ActivitySource", "scope.OnStopping")]
    [InlineData("meter-listener", "MeterListener", "scope.OnStopping")]
    [InlineData("diagnostic-listener", "DiagnosticListener", "scope.OnStopping")]
    [InlineData("observable-instrument", "Meter.", "scope.OnStopping")]
    [InlineData("gc-handle", "not found among known holders", "GC handle")]
    [InlineData("dynamic", "", "dynamic")]
    [Trait("Threat", "PLG-19")]
    public async Task A_habit_that_holds_code_is_named(string habit, string holder, string rule)
    {
        await using var plugins = await StartAsync(habit, "bad");

        await plugins.Host.UnloadAsync("pins", default);

        var status = plugins.Status("pins");
        Assert.Equal(PluginState.Leaked, status.State);
        var summary = Assert.Single(status.Leaks).Summary;
        Assert.Contains(holder, summary, StringComparison.Ordinal);
        Assert.Contains(rule, summary, StringComparison.Ordinal);
        Assert.Single(plugins.Loggers.Entries, entry => entry.Message.Contains(summary, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("timer")]
    [InlineData("periodic-timer")]
    [InlineData("endless-task")]
    [InlineData("blocked-thread")]
    [InlineData("socket-accept")]
    [InlineData("process-exit")]
    [InlineData("activity-listener")]
    [InlineData("meter-listener")]
    [InlineData("diagnostic-listener")]
    [InlineData("observable-instrument")]
    [InlineData("gc-handle")]
    [InlineData("dynamic")]
    [Trait("Threat", "PLG-19")]
    public async Task What_the_manual_says_instead_unloads(string habit)
    {
        await using var plugins = await StartAsync(habit, "instead");

        await plugins.Host.UnloadAsync("pins", default);

        Assert.Equal((PluginState.Unloaded, null), (plugins.Status("pins").State, plugins.Status("pins").Reason));
    }

    [Fact]
    [Trait("Threat", "PLG-19")]
    public async Task A_leak_of_an_old_generation_is_told_of_the_one_that_serves()
    {
        await using var plugins = await StartAsync("timer", "bad");

        await plugins.ApplyAsync("pins");
        while (plugins.Status("pins").Leaks is [])
            await Task.Yield();

        plugins.AssertRuns("pins");
        Assert.Equal((2, 1), (plugins.Status("pins").Generation, plugins.Status("pins").Leaks[0].Generation));
        Assert.Contains("TimerQueue", plugins.Status("pins").Problem, StringComparison.Ordinal);
    }

    private static Task<PluginTestHost> StartAsync(string habit, string form) =>
        new PluginTestHost { UnloadRounds = form == "bad" ? 5 : 20 }.With("pins").Configure("pins", $$"""{"habit":"{{habit}}","form":"{{form}}"}""").StartAsync();
}
