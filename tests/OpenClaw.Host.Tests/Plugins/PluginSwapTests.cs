using System.Text.Json.Nodes;
using OpenClaw.Host.Plugins.Lifecycle;
using OpenClaw.Host.Plugins.Manifests;
using OpenClaw.Identity;

namespace OpenClaw.Host.Tests.Plugins;

/// <summary>Plugins change while the host serves: only those that changed, and never for a worse one.</summary>
public sealed class PluginSwapTests
{
    [Fact]
    public async Task What_did_not_change_is_not_touched()
    {
        await using var plugins = await new PluginTestHost().With("good").StartAsync();
        var before = plugins.Host.Current.Tools["good_typed"];

        var changes = await plugins.ApplyAsync();

        Assert.All(changes, static change => Assert.Equal(PluginAction.Keep, change.Action));
        Assert.Same(before, plugins.Host.Current.Tools["good_typed"]);
    }

    [Fact]
    public async Task New_files_become_a_new_generation_and_the_old_one_is_gone()
    {
        await using var plugins = await new PluginTestHost().With("good").StartAsync();
        Edit(plugins, manifest => manifest["version"] = "1.3.0");

        await plugins.ApplyAsync();

        Assert.Equal((PluginState.Running, 2, "1.3.0"), (plugins.Status("good").State, plugins.Status("good").Generation, plugins.Status("good").Manifest!.Version.ToString()));
        Assert.Equal("Hello you", await plugins.CallAsync("good_typed", new { Name = "you" }));
        await plugins.Loggers.WaitAsync("Plugin good is Unloaded.");
    }

    [Fact]
    public async Task Other_settings_become_a_new_generation()
    {
        await using var plugins = await new PluginTestHost().With("good").Configure("good", """{"a":1}""").StartAsync();
        plugins.Configure("good", """{ "a": 1 }""");
        Assert.Equal(PluginAction.Keep, Assert.Single(await plugins.ApplyAsync()).Action);

        plugins.Configure("good", """{"a":2}""");

        Assert.Equal(PluginAction.Replace, Assert.Single(await plugins.ApplyAsync()).Action);
        Assert.Equal(2, plugins.Status("good").Generation);
    }

    [Fact]
    public async Task A_call_in_flight_ends_in_the_generation_it_began_in()
    {
        await using var plugins = await new PluginTestHost().With("good").StartAsync();
        var old = plugins.Host.Current.Tools["good_typed"];
        Assert.True(old.Owner.TryLease(out var lease));

        await plugins.ApplyAsync("good");

        Assert.Equal("Hello you", await plugins.CallAsync("good_typed", new { Name = "you" }));
        Assert.Equal(2, plugins.Status("good").Generation);
        Assert.DoesNotContain(plugins.Loggers.Entries, static entry => entry.Message == "Plugin good is Stopped.");
        lease.Dispose();
        await plugins.Loggers.WaitAsync("Plugin good is Unloaded.");
    }

    [Fact]
    public async Task A_new_version_that_fails_leaves_the_old_one_serving_and_is_not_tried_again()
    {
        await using var plugins = await new PluginTestHost().With("good").StartAsync();
        Edit(plugins, manifest => (manifest["version"], manifest["entryType"]) = ("2.0.0", "Nobody"));

        await plugins.ApplyAsync();

        Assert.Equal((PluginState.Running, 1), (plugins.Status("good").State, plugins.Status("good").Generation));
        Assert.Contains("version 2.0.0 was not taken, generation 1 goes on", plugins.Status("good").Problem, StringComparison.Ordinal);
        Assert.Equal("Hello you", await plugins.CallAsync("good_typed", new { Name = "you" }));
        Assert.Equal(PluginAction.Keep, Assert.Single(await plugins.ApplyAsync()).Action);

        Edit(plugins, manifest => (manifest["version"], manifest["entryType"]) = ("2.0.1", null));
        await plugins.ApplyAsync();
        Assert.Equal((PluginState.Running, null), (plugins.Status("good").State, plugins.Status("good").Problem));
    }

    [Theory]
    [InlineData("{ \"id\": ")]
    [InlineData(null)]
    public async Task A_folder_that_is_broken_or_half_copied_leaves_the_old_version_serving(string? manifest)
    {
        await using var plugins = new PluginTestHost().With("good");
        // The name does not help to find the plugin again.
        Directory.Move(Path.Combine(plugins.UserRoot, "good"), Path.Combine(plugins.UserRoot, "other-name"));
        await plugins.StartAsync();
        var path = Path.Combine(plugins.UserRoot, "other-name", PluginManifest.FileName);
        var whole = await File.ReadAllTextAsync(path);
        if (manifest is null)
            File.Delete(path);
        else
            await File.WriteAllTextAsync(path, manifest);

        await plugins.ApplyAsync();

        Assert.Equal("Hello you", await plugins.CallAsync("good_typed", new { Name = "you" }));
        Assert.Contains("its folder was not taken, generation 1 goes on", plugins.Status("good").Problem, StringComparison.Ordinal);

        await File.WriteAllTextAsync(path, whole);
        await plugins.ApplyAsync();
        Assert.Equal((PluginState.Running, 2, null), (plugins.Status("good").State, plugins.Status("good").Generation, plugins.Status("good").Problem));
    }

    [Fact]
    public async Task A_plugin_that_was_switched_off_ends_and_one_that_was_added_starts()
    {
        await using var plugins = await new PluginTestHost().With("good").StartAsync();
        plugins.Disable("good", "plugins.deny lists it.").With("throwsinconfigure");

        await plugins.ApplyAsync();

        Assert.Equal((PluginState.Disabled, "plugins.deny lists it."), (plugins.Status("good").State, plugins.Status("good").Reason));
        Assert.Empty(plugins.Host.Current.Tools);
        Assert.Equal(PluginState.Failed, plugins.Status("throwsinconfigure").State);
        await plugins.Loggers.WaitAsync("Plugin good is Unloaded.");
    }

    [Fact]
    public async Task A_plugin_whose_folder_is_gone_ends()
    {
        await using var plugins = await new PluginTestHost().With("good").StartAsync();
        Directory.Delete(Path.Combine(plugins.UserRoot, "good"), recursive: true);

        await plugins.ApplyAsync();

        Assert.Empty(plugins.Host.Plugins);
        Assert.Empty(plugins.Host.Current.Channels);
        await plugins.Loggers.WaitAsync("Plugin good is Unloaded.");
    }

    [Fact]
    public async Task Followers_hear_of_a_change_before_the_old_generation_ends()
    {
        await using var plugins = await new PluginTestHost().With("good").StartAsync();
        var channel = await plugins.Host.Current.Channels["good-chat"].CreateAsync(AccountId.Default, EmptySettings.Value, default);
        var couldBeCalled = false;
        plugins.Host.Changed += async _ =>
        {
            couldBeCalled = channel.Channel.TryLease(out var lease, out var _);
            lease?.Dispose();
            await channel.DisposeAsync();
        };

        await plugins.ApplyAsync("good");

        Assert.True(couldBeCalled);
        await plugins.Loggers.WaitAsync("Plugin good is Unloaded.");
    }

    [Fact]
    public async Task A_plugin_that_says_what_it_offers_waits_until_it_is_asked_for()
    {
        await using var plugins = new PluginTestHost().With("good");
        Edit(plugins, manifest => (manifest["kinds"], manifest["offers"]) = (new JsonArray("channel", "agent-provider"), Offers("good-chat")));
        await plugins.StartAsync();
        Assert.Equal((PluginState.Waiting, 0), (plugins.Status("good").State, plugins.Status("good").Generation));
        Assert.Equal("good", plugins.Host.Current.Waiting.Apis["good-api"]);

        await plugins.Host.WakeAsync("good", default);

        // It also registers what its manifest does not list any more.
        Assert.Equal(PluginState.Failed, plugins.Status("good").State);
        Assert.Contains("under kinds", plugins.Status("good").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_that_is_configured_is_loaded_at_once()
    {
        await using var plugins = new PluginTestHost().With("good");
        Edit(plugins, manifest => manifest["offers"] = Offers("good-chat"));
        plugins.Channels.Add("good-chat");

        await plugins.StartAsync();

        plugins.AssertRuns("good");
    }

    [Fact]
    public async Task An_offer_that_the_manifest_keeps_quiet_about_is_refused()
    {
        await using var plugins = new PluginTestHost().With("good");
        Edit(plugins, manifest => manifest["offers"] = Offers("other"));

        await plugins.StartAsync();

        Assert.Contains("offers.channels does not list 'good-chat'", plugins.Status("good").Reason, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Threat", "PLG-28")]
    public async Task A_plugin_that_calls_back_while_it_is_stopped_neither_hangs_nor_lives_on()
    {
        await using var plugins = await new PluginTestHost().With("good").StartAsync();
        Assert.Equal("it will", await plugins.ActAsync("call back"));

        await plugins.ApplyAsync("good");

        await plugins.Loggers.WaitAsync("Plugin good is Unloaded.");
        Assert.True(File.Exists(Path.Combine(plugins.StateDirectory, "plugin-data", "good", "called-back-3")));
        Assert.Equal("Hello you", await plugins.CallAsync("good_typed", new { Name = "you" }));
    }

    [Fact]
    [Trait("Threat", "PLG-23")]
    public async Task Of_many_changes_at_once_and_during_a_swap_the_last_one_is_what_runs()
    {
        await using var plugins = await new PluginTestHost().With("good").Configure("good", """{"n":0}""").StartAsync();
        List<Task> swaps = [];
        for (var change = 1; change <= 20; change++)
        {
            plugins.Configure("good", $$"""{"n":{{change}}}""");
            swaps.Add(plugins.ApplyAsync());
        }

        plugins.Configure("good", """{"n":0}""");
        swaps.Add(plugins.ApplyAsync());
        await Task.WhenAll(swaps);

        Assert.Equal(PluginAction.Keep, Assert.Single(await plugins.ApplyAsync()).Action);
        plugins.AssertRuns("good");
        Assert.Equal("Hello you", await plugins.CallAsync("good_typed", new { Name = "you" }));
    }

    private static JsonObject Offers(string channel) =>
        new() { ["channels"] = new JsonArray(channel), ["providers"] = new JsonArray("good"), ["apis"] = new JsonArray("good-api") };

    private static void Edit(PluginTestHost plugins, Action<JsonObject> change)
    {
        var path = Path.Combine(plugins.UserRoot, "good", PluginManifest.FileName);
        var manifest = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        change(manifest);
        File.WriteAllText(path, manifest.ToJsonString());
    }
}
