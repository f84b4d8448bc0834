using System.Text.Json.Nodes;
using OpenClaw.Host.Plugins.Contributions;
using OpenClaw.Host.Plugins.Discovery;
using OpenClaw.Host.Plugins.Lifecycle;
using OpenClaw.Host.Plugins.Manifests;
using OpenClaw.Plugins;

namespace OpenClaw.Host.Tests.Plugins;

/// <summary>One bad plugin costs itself and nothing else, and its status says why.</summary>
public sealed class PluginHazardTests
{
    [Theory]
    [InlineData("throwsinconstructor", "constructor of a test plugin")]
    [InlineData("throwsinconfigure", "configure of a test plugin")]
    [InlineData("missingdependency", "TestDependency")]
    [Trait("Threat", "PLG-11")]
    public async Task A_plugin_that_cannot_load_fails_with_its_reason_and_the_healthy_one_runs(string id, string reason)
    {
        await using var plugins = await new PluginTestHost().With("good", id).StartAsync();

        Assert.Equal(PluginState.Failed, plugins.Status(id).State);
        Assert.Contains(reason, plugins.Status(id).Reason, StringComparison.Ordinal);
        plugins.AssertRuns("good");
        Assert.Equal("hello", await plugins.ActAsync("hello"));
    }

    [Fact]
    [Trait("Threat", "PLG-12")]
    public async Task A_plugin_that_never_returns_from_Configure_fails_at_its_deadline()
    {
        await using var plugins = await new PluginTestHost { Timeout = TimeSpan.FromSeconds(2) }.With("good", "hangsinconfigure").StartAsync();

        Assert.Equal(PluginState.Failed, plugins.Status("hangsinconfigure").State);
        Assert.Contains("did not return from its constructor, Configure", plugins.Status("hangsinconfigure").Reason, StringComparison.Ordinal);
        plugins.AssertRuns("good");
    }

    [Theory]
    [InlineData("start-throws", "start of a test plugin")]
    [InlineData("start-hangs", "did not start within")]
    [Trait("Threat", "PLG-12")]
    public async Task A_service_that_does_not_start_fails_its_plugin(string hazard, string reason)
    {
        await using var plugins = await new PluginTestHost { Timeout = TimeSpan.FromSeconds(1) }
            .With("badservice", "dependencyv1").Configure("badservice", $$"""{"hazard":"{{hazard}}"}""").StartAsync();

        Assert.Equal(PluginState.Failed, plugins.Status("badservice").State);
        Assert.Contains(reason, plugins.Status("badservice").Reason, StringComparison.Ordinal);
        plugins.AssertRuns("dependencyv1");
    }

    [Theory]
    [InlineData("stop-throws")]
    [InlineData("stop-hangs")]
    [Trait("Threat", "PLG-12")]
    public async Task A_service_that_does_not_stop_is_given_up_and_its_plugin_stops(string hazard)
    {
        await using var plugins = await new PluginTestHost { Timeout = TimeSpan.FromMilliseconds(300) }
            .With("badservice").Configure("badservice", $$"""{"hazard":"{{hazard}}"}""").StartAsync();

        await plugins.Host.StopAsync();

        Assert.Equal(PluginState.Stopped, plugins.Status("badservice").State);
        Assert.Contains(plugins.Loggers.Entries, static entry => entry.Message.Contains("badservice did not stop cleanly (service)", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("loop-throws", "loop pump: System.InvalidOperationException: loop of a test plugin")]
    [InlineData("timer-throws", "timer: System.InvalidOperationException: timer of a test plugin")]
    [Trait("Threat", "PLG-13")]
    public async Task A_loop_or_timer_that_throws_degrades_its_plugin_which_goes_on(string hazard, string degraded)
    {
        await using var plugins = await new PluginTestHost().With("badservice").Configure("badservice", $$"""{"hazard":"{{hazard}}"}""").StartAsync();

        while (plugins.Status("badservice").Degraded is null)
            await Task.Yield();

        plugins.AssertRuns("badservice");
        Assert.Equal(degraded, plugins.Status("badservice").Degraded);
    }

    [Fact]
    [Trait("Threat", "PLG-07")]
    public async Task A_plugin_for_another_contract_is_refused_before_it_is_loaded()
    {
        await using var plugins = new PluginTestHost().With("good");
        EditManifest(Path.Combine(plugins.UserRoot, "good"), static manifest => manifest["contract"] = new JsonObject { ["min"] = "9.0.0" });

        await plugins.StartAsync();

        Assert.Equal(PluginState.Failed, plugins.Status("good").State);
        Assert.Equal(0, plugins.Status("good").Generation);
        Assert.Contains($"does not work with contract {ContractVersion.Current} of this gateway. Update the gateway", plugins.Status("good").Reason, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Threat", "PLG-07")]
    public async Task A_plugin_for_a_newer_framework_is_refused_before_it_is_loaded()
    {
        await using var plugins = new PluginTestHost().With("good");
        var config = Path.Combine(plugins.UserRoot, "good", "Good.runtimeconfig.json");
        await File.WriteAllTextAsync(config, """{"runtimeOptions":{"framework":{"name":"Microsoft.NETCore.App","version":"99.0.0"}}}""");

        await plugins.StartAsync();

        Assert.Equal(PluginState.Failed, plugins.Status("good").State);
        Assert.Contains("asks for .NET 99.0.0", plugins.Status("good").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_with_a_broken_manifest_is_listed_with_every_mistake()
    {
        await using var plugins = new PluginTestHost().With("good");
        var folder = Directory.CreateDirectory(Path.Combine(plugins.UserRoot, "broken")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, PluginManifest.FileName), """{"id":"Broken!","version":"one"}""");

        await plugins.StartAsync();

        Assert.Equal(PluginState.Failed, plugins.Status("broken").State);
        Assert.Contains("id = 'Broken!'", plugins.Status("broken").Reason, StringComparison.Ordinal);
        Assert.Contains("version = 'one'", plugins.Status("broken").Reason, StringComparison.Ordinal);
        plugins.AssertRuns("good");
    }

    [Fact]
    public async Task The_first_root_wins_when_two_plugins_have_one_id()
    {
        await using var plugins = new PluginTestHost();
        using var shipped = new TemporaryDirectory();
        PluginTestHost.Install("dependencyv1", shipped.Path);
        PluginTestHost.Install("dependencyv1", plugins.UserRoot);
        plugins.Roots.AddRange([new PluginRoot(shipped.Path, PluginOrigin.Shipped), new PluginRoot(plugins.UserRoot, PluginOrigin.User)]);

        await plugins.StartAsync();

        Assert.Collection(
            plugins.Host.Plugins,
            static first => Assert.Equal((PluginOrigin.Shipped, PluginState.Running), (first.Origin, first.State)),
            static second =>
            {
                Assert.Equal((PluginOrigin.User, PluginState.Disabled), (second.Origin, second.State));
                Assert.Contains("has the same id and comes first", second.Reason, StringComparison.Ordinal);
            });
    }

    [Fact]
    [Trait("Threat", "PLG-17")]
    public async Task A_second_claim_of_a_tool_name_is_refused()
    {
        await using var plugins = new PluginTestHost().With("dependencyv1");
        var copy = PluginTestHost.Install("dependencyv1", Path.Combine(plugins.StateDirectory, "second"));
        EditManifest(copy, static manifest => manifest["id"] = "second");
        plugins.Roots.AddRange([new PluginRoot(plugins.UserRoot, PluginOrigin.User), new PluginRoot(copy, PluginOrigin.Configured)]);

        await plugins.StartAsync();

        plugins.AssertRuns("dependencyv1");
        Assert.Equal(PluginState.Failed, plugins.Status("second").State);
        Assert.Contains("tool 'dependency_v1' already belongs to plugin dependencyv1", plugins.Status("second").Reason, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Threat", "PLG-17")]
    public async Task A_tool_name_of_the_gateway_itself_cannot_be_claimed()
    {
        await using var plugins = new PluginTestHost().With("dependencyv1");
        plugins.CoreClaims.Add(new CoreClaim(PluginKind.Tool, "dependency_v1"));

        await plugins.StartAsync();

        Assert.Equal(PluginState.Failed, plugins.Status("dependencyv1").State);
        Assert.Contains("already belongs to the gateway", plugins.Status("dependencyv1").Reason, StringComparison.Ordinal);
        Assert.Empty(plugins.Host.Current.Tools);
    }

    [Fact]
    public async Task Offering_a_kind_the_manifest_does_not_list_is_refused()
    {
        await using var plugins = new PluginTestHost().With("dependencyv1");
        EditManifest(Path.Combine(plugins.UserRoot, "dependencyv1"), static manifest => manifest["kinds"] = new JsonArray("channel"));

        await plugins.StartAsync();

        Assert.Equal(PluginState.Failed, plugins.Status("dependencyv1").State);
        Assert.Contains("does not list 'tool' under kinds", plugins.Status("dependencyv1").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plugin_that_configuration_keeps_off_is_listed_and_not_loaded()
    {
        await using var plugins = await new PluginTestHost().With("good", "dependencyv1").Disable("good", "plugins.deny lists it.").StartAsync();

        Assert.Equal(PluginState.Disabled, plugins.Status("good").State);
        Assert.Equal("plugins.deny lists it.", plugins.Status("good").Reason);
        Assert.Equal("dependency_v1", Assert.Single(plugins.Host.Current.Tools.Keys));
    }

    [Fact]
    [Trait("Threat", "PLG-06")]
    public async Task A_link_inside_a_plugin_folder_is_refused()
    {
        await using var plugins = new PluginTestHost().With("good");
        File.CreateSymbolicLink(Path.Combine(plugins.UserRoot, "good", "data"), "/etc");

        await plugins.StartAsync();

        Assert.Equal(PluginState.Failed, plugins.Status("good").State);
        Assert.Contains("is a link", plugins.Status("good").Reason, StringComparison.Ordinal);
    }

    private static void EditManifest(string folder, Action<JsonObject> edit)
    {
        var path = Path.Combine(folder, PluginManifest.FileName);
        var manifest = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        edit(manifest);
        File.WriteAllText(path, manifest.ToJsonString());
    }
}
