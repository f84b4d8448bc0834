using OpenClaw.Host.Plugins.Contributions;
using OpenClaw.Host.Plugins.Faults;
using OpenClaw.Host.Plugins.Lifecycle;
using OpenClaw.Identity;

namespace OpenClaw.Host.Tests.Plugins.Faults;

/// <summary>Whatever a plugin does wrong at whichever entry point, it costs that plugin and nothing else.</summary>
public sealed class PluginFaultTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(500);

    [Theory]
    [InlineData("configure", "throw", "hazard at configure")]
    [InlineData("constructor", "throw", "hazard at constructor")]
    [InlineData("start", "throw", "hazard at start")]
    [Trait("Threat", "PLG-11")]
    public async Task A_throw_before_it_serves_fails_the_plugin(string place, string act, string reason)
    {
        await using var plugins = await StartAsync(place, act);

        Assert.Equal(PluginState.Failed, plugins.Status("hazard").State);
        Assert.Contains(reason, plugins.Status("hazard").Reason, StringComparison.Ordinal);
        await OthersWorkAsync(plugins);
    }

    [Theory]
    [InlineData("configure", "hang", "did not return from its constructor, Configure")]
    [InlineData("constructor", "hang", "did not return from its constructor, Configure")]
    [InlineData("start", "hang", "did not start within")]
    [InlineData("start", "never", "did not start within")]
    [Trait("Threat", "PLG-12")]
    public async Task A_hang_before_it_serves_ends_at_its_deadline_and_on_reload_the_old_generation_goes_on(string place, string act, string reason)
    {
        await using var plugins = await StartAsync("none", "none");
        plugins.Configure("hazard", $$"""{"{{place}}":"{{act}}"}""");

        await plugins.ApplyAsync();

        Assert.Equal((PluginState.Running, 1), (plugins.Status("hazard").State, plugins.Status("hazard").Generation));
        Assert.Contains(reason, plugins.Status("hazard").Problem, StringComparison.Ordinal);
        Assert.Equal("hello", await ActAsync(plugins, "hello"));
        await OthersWorkAsync(plugins);
    }

    [Theory]
    [InlineData("stop", "throw")]
    [InlineData("stop", "hang")]
    [InlineData("stop", "never")]
    [InlineData("dispose", "throw")]
    [InlineData("dispose", "hang")]
    [Trait("Threat", "PLG-11")]
    [Trait("Threat", "PLG-12")]
    public async Task A_fault_while_it_ends_is_logged_and_the_plugin_ends(string place, string act)
    {
        await using var plugins = await StartAsync(place, act);

        await plugins.Host.UnloadAsync("hazard", default);

        Assert.Contains(plugins.Loggers.Entries, static entry => entry.Message.StartsWith("Plugin hazard did not stop cleanly", StringComparison.Ordinal));
        Assert.Empty(plugins.Host.Current.Channels.Keys.Where(static id => id == "hazard-chat"));
        await OthersWorkAsync(plugins);
    }

    [Theory]
    [InlineData("throw", "hazard at tool")]
    [InlineData("hang", "did not return within")]
    [InlineData("listens", "did not return within")]
    [Trait("Threat", "PLG-11")]
    [Trait("Threat", "PLG-12")]
    public async Task A_fault_in_a_call_fails_that_call(string act, string reason)
    {
        await using var plugins = await StartAsync("none", "none");

        var thrown = await Assert.ThrowsAsync<PluginFaultException>(() => ActAsync(plugins, act));

        Assert.Contains(reason, thrown.Message, StringComparison.Ordinal);
        Assert.Equal("hello", await ActAsync(plugins, "hello"));
        plugins.AssertRuns("hazard");
    }

    [Theory]
    [InlineData("throw")]
    [InlineData("hang")]
    [Trait("Threat", "PLG-11")]
    [Trait("Threat", "PLG-12")]
    public async Task A_fault_while_a_channel_is_made_fails_that_channel(string act)
    {
        await using var plugins = await StartAsync("channel", act);

        await Assert.ThrowsAsync<PluginFaultException>(() => plugins.Host.Current.Channels["hazard-chat"].CreateAsync(AccountId.Default, EmptySettings.Value, default));

        Assert.Equal("hello", await ActAsync(plugins, "hello"));
    }

    [Fact]
    [Trait("Threat", "PLG-12")]
    public async Task Missed_deadlines_end_in_quarantine_and_the_plugin_comes_back_after_its_pause()
    {
        var faults = new FaultPolicy { FirstPause = TimeSpan.FromMilliseconds(1_500), Jitter = 0 };
        await using var plugins = await new PluginTestHost { Timeout = Short, Faults = faults }.With("good", "hazard").Limit("hazard", new() { CallTimeout = TimeSpan.FromMilliseconds(50) }).StartAsync();
        using var due = new SemaphoreSlim(0);
        plugins.Environment.Quarantine.Due += () => due.Release();

        for (var call = 0; call < 5; call++)
            await Assert.ThrowsAsync<PluginFaultException>(() => ActAsync(plugins, "listens"));
        Assert.True(await due.WaitAsync(TimeSpan.FromSeconds(10)));
        await plugins.ApplyAsync();

        var status = plugins.Status("hazard");
        Assert.Equal(PluginState.Quarantined, status.State);
        Assert.Contains("failed 5 times within 10 minutes, last in tool hazard_act", status.Reason, StringComparison.Ordinal);
        Assert.Contains("It is tried again at 20", status.Problem, StringComparison.Ordinal);
        Assert.NotNull(status.NextTry);
        Assert.DoesNotContain("hazard_act", plugins.Host.Current.Tools.Keys);
        Assert.DoesNotContain("hazard-chat", plugins.Host.Current.Channels.Keys);
        await OthersWorkAsync(plugins);

        Assert.True(await due.WaitAsync(TimeSpan.FromSeconds(20)));
        await plugins.ApplyAsync();

        plugins.AssertRuns("hazard");
        Assert.Equal((2, null), (plugins.Status("hazard").Generation, plugins.Status("hazard").NextTry));
        Assert.Equal("hello", await ActAsync(plugins, "hello"));
        Assert.Contains("hazard-chat", plugins.Host.Current.Channels.Keys);
    }

    [Fact]
    public async Task A_reload_by_a_person_ends_a_quarantine()
    {
        await using var plugins = await StartAsync("none", "none");
        plugins.Environment.Quarantine.Hold("hazard", "It did harm.");
        await plugins.ApplyAsync();
        Assert.Equal(
            "It did harm. It stays off until somebody reloads it: openclaw plugins reload hazard.",
            plugins.Status("hazard").Problem);

        await plugins.ApplyAsync("hazard");

        plugins.AssertRuns("hazard");
    }

    private static async Task<PluginTestHost> StartAsync(string place, string act) =>
        await new PluginTestHost { Timeout = Short }
            .With("good", "hazard").Limit("hazard", new() { CallTimeout = Short }).Configure("hazard", $$"""{"{{place}}":"{{act}}"}""").StartAsync();

    private static Task<string> ActAsync(PluginTestHost plugins, string act) => plugins.CallAsync("hazard_act", new { act });

    private static async Task OthersWorkAsync(PluginTestHost plugins)
    {
        plugins.AssertRuns("good");
        Assert.Equal("hello", await plugins.ActAsync("hello"));
    }
}
