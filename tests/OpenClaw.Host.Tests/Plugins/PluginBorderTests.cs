using System.Text.Json.Nodes;
using OpenClaw.Content;
using OpenClaw.Host.Plugins.Faults;
using OpenClaw.Host.Plugins.Lifecycle;
using OpenClaw.Host.Plugins.Manifests;
using OpenClaw.Identity;

namespace OpenClaw.Host.Tests.Plugins;

/// <summary>What crosses between host and plugin, in both directions, while a plugin lives and after.</summary>
public sealed class PluginBorderTests
{
    // So many old generations may be on their way out at a time.
    private const int RoundsAtOnce = 10;

    // Each round collects the garbage of the whole test process. All five hundred take a minute, and bench swap does ten times that.
    private static readonly int Rounds = Environment.GetEnvironmentVariable("OPENCLAW_TEST_EVERY_FAULT") == "1" ? 500 : 100;

    [Fact]
    [Trait("Threat", "PLG-27")]
    public async Task Lists_without_end_and_texts_beyond_measure_are_cut_at_the_border()
    {
        await using var plugins = await new PluginTestHost().With("hazard").StartAsync();
        var tool = plugins.Host.Current.Tools["hazard_act"].Tool;

        var endless = await tool.InvokeAsync(PluginTestHost.Invocation(new { act = "endless" }), default);
        var huge = await tool.InvokeAsync(PluginTestHost.Invocation(new { act = "huge" }), default);

        Assert.Equal(1_000, endless.Content.Count);
        Assert.IsType<MessagePart[]>(endless.Content);
        Assert.Equal(4_000_000, Assert.IsType<TextPart>(Assert.Single(huge.Content)).Text.Length);
    }

    [Fact]
    [Trait("Threat", "PLG-27")]
    public async Task A_result_that_throws_when_it_is_read_fails_its_call()
    {
        await using var plugins = await new PluginTestHost().With("hazard").StartAsync();

        var thrown = await Assert.ThrowsAsync<PluginFaultException>(() => plugins.CallAsync("hazard_act", new { act = "throwing-parts" }));

        Assert.Contains("parts of a test plugin", thrown.Message, StringComparison.Ordinal);
        Assert.Equal("hello", await plugins.CallAsync("hazard_act", new { act = "hello" }));
    }

    [Fact]
    [Trait("Threat", "PLG-27")]
    public async Task Results_that_the_host_keeps_do_not_hold_the_plugin()
    {
        await using var plugins = await new PluginTestHost().With("hazard").StartAsync();
        var kept = await plugins.Host.Current.Tools["hazard_act"].Tool.InvokeAsync(PluginTestHost.Invocation(new { act = "endless" }), default);

        await plugins.Host.UnloadAsync("hazard", default);

        Assert.Equal((PluginState.Unloaded, null), (plugins.Status("hazard").State, plugins.Status("hazard").Reason));
        Assert.Equal(1_000, kept.Content.Count);
    }

    [Fact]
    [Trait("Threat", "PLG-18")]
    public async Task Settings_and_storage_of_other_plugins_are_not_what_a_scope_gives()
    {
        await using var plugins = await new PluginTestHost().With("good", "hazard")
            .Configure("good", """{"apiKey":"of the good one"}""").Configure("hazard", """{"mine":1}""").StartAsync();

        Assert.Equal("""{"mine":1}""", await plugins.CallAsync("hazard_act", new { act = "settings" }));
        await Assert.ThrowsAnyAsync<Exception>(() => plugins.Host.Current.Channels["hazard-chat"].CreateAsync(new AccountId("../../good"), EmptySettings.Value, default));
    }

    [Theory]
    [InlineData("hazard_act", "tool 'hazard_act' already belongs to plugin hazard")]
    [Trait("Threat", "PLG-17")]
    public async Task A_conflict_of_claims_refuses_the_newcomer_as_a_whole_and_the_first_goes_on(string tool, string reason)
    {
        await using var plugins = await new PluginTestHost().With("hazard").StartAsync();
        var copy = PluginTestHost.Install("hazard", Path.Combine(plugins.StateDirectory, "copies"));
        var manifest = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(copy, PluginManifest.FileName)))!.AsObject();
        manifest["id"] = "zweite";
        await File.WriteAllTextAsync(Path.Combine(copy, PluginManifest.FileName), manifest.ToJsonString());
        Directory.Move(copy, Path.Combine(plugins.UserRoot, "zweite"));

        await plugins.ApplyAsync();

        Assert.Equal(PluginState.Failed, plugins.Status("zweite").State);
        Assert.Contains(reason, plugins.Status("zweite").Reason, StringComparison.Ordinal);
        Assert.Equal("hazard", plugins.Host.Current.Tools[tool].PluginId);
    }

    [Fact]
    [Trait("Threat", "PLG-20")]
    [Trait("Threat", "PLG-28")]
    public async Task Whatever_a_scope_lent_refuses_after_the_stop_and_calls_back_while_stopping_do_not_block()
    {
        await using var plugins = await new PluginTestHost().With("callback").StartAsync();
        var directory = Path.Combine(plugins.StateDirectory, "plugin-data", "callback");

        await plugins.Host.UnloadAsync("callback", default).WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(
            // Loops and calls at the stop are no longer taken; the rest works until the end, for a goodbye to the far end.
            ["clock: ok", "http: ok", "logger: ok", "loop: refused", "secret: ok", "stopping: refused"],
            (await File.ReadAllLinesAsync(Path.Combine(directory, "while-stopping"))).Order(StringComparer.Ordinal));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!File.Exists(Path.Combine(directory, "after")))
            await Task.Delay(1, patience.Token);
        var after = await File.ReadAllLinesAsync(Path.Combine(directory, "after"));
        Assert.Equal(["clock: refused", "http: refused", "logger: refused", "loop: refused", "secret: refused", "send: refused", "stopping: refused"], after.Order(StringComparer.Ordinal));
    }

    [Fact]
    [Trait("Threat", "PLG-25")]
    public async Task Off_and_on_again_many_times_leaves_nothing_behind()
    {
        await using var plugins = await new PluginTestHost().With("good").StartAsync();
        for (var warm = 0; warm < 3; warm++)
            await OffAndOnAsync(plugins);
        await GoneAsync(plugins);
        var before = Handles();

        for (var round = 1; round <= Rounds; round++)
        {
            await OffAndOnAsync(plugins);
            if (round % RoundsAtOnce == 0)
                await GoneAsync(plugins);
        }

        Assert.Empty(plugins.Status("good").Leaks);
        Assert.Equal(4 + Rounds, plugins.Status("good").Generation);
        Assert.Single(Directory.GetDirectories(plugins.CacheDirectory));
        // Tests beside this one open files too; what a round left behind would be there as often as there were rounds.
        Assert.InRange(Handles() - before, int.MinValue, 15);
    }

    private static async Task OffAndOnAsync(PluginTestHost plugins)
    {
        plugins.Disable("good", "plugins.deny lists it.");
        await plugins.ApplyAsync();
        plugins.Enable("good");
        await plugins.ApplyAsync();
        await plugins.CallAsync("good_typed", new { Name = "you" });
    }

    private static async Task GoneAsync(PluginTestHost plugins)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (Directory.GetDirectories(plugins.CacheDirectory).Length > 1)
            await Task.Delay(1, patience.Token);
    }

    private static int Handles() => OperatingSystem.IsLinux() ? Directory.GetFiles("/proc/self/fd").Length : 0;
}
