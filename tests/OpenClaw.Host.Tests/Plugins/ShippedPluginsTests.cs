using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model;
using OpenClaw.Host.Plugins;
using OpenClaw.Host.Plugins.Lifecycle;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Tests.Plugins;

/// <summary>What the build places beside the executable runs, under the configuration a gateway really has.</summary>
public sealed class ShippedPluginsTests
{
    [Fact]
    public async Task Every_plugin_of_the_repository_is_shipped_and_runs()
    {
        using var state = new TemporaryDirectory();
        using var host = new PluginHost(Environment(state), []);
        await host.StartAsync(Selection(state, new OpenClawConfig()), default);
        Assert.All(host.Plugins, static plugin => Assert.Equal((PluginState.Waiting, null), (plugin.State, plugin.Reason)));

        foreach (var id in host.Plugins.Select(static plugin => plugin.Id))
            await host.WakeAsync(id, default);

        var projects = Directory.GetDirectories(Path.Combine(RepositoryRoot.Path, "plugins")).Select(Path.GetFileName).Order(StringComparer.Ordinal);
        Assert.Equal(projects, host.Plugins.Select(static plugin => plugin.Id));
        Assert.All(host.Plugins, static plugin => Assert.Equal((PluginState.Running, null), (plugin.State, plugin.Reason)));
        foreach (var id in host.Plugins.Select(static plugin => plugin.Id))
            await host.UnloadAsync(id, default);
        Assert.All(host.Plugins, static plugin => Assert.Equal((PluginState.Unloaded, null), (plugin.State, plugin.Reason)));
    }

    [Fact]
    public async Task The_plugins_section_turns_plugins_off_and_says_how()
    {
        using var state = new TemporaryDirectory();
        var config = new OpenClawConfig { Plugins = new PluginsConfig { Allow = ["agent-offline"], Deny = ["agent-offline"] } };
        using var host = new PluginHost(Environment(state), []);

        await host.StartAsync(Selection(state, config), default);

        Assert.Equal("plugins.deny lists it.", host.Plugins.Single(static plugin => plugin.Id == "agent-offline").Reason);
        Assert.Equal("plugins.allow is set and does not list it.", host.Plugins.Single(static plugin => plugin.Id == "agents-openai").Reason);
        Assert.Empty(host.Current.Providers);
    }

    private static PluginEnvironment Environment(TemporaryDirectory state) =>
        new(PluginHostOptions.In(Paths(state)), TimeProvider.System, new RecordingLoggers(), new TestSecrets());

    private static PluginSelection Selection(TemporaryDirectory state, OpenClawConfig config) =>
        new PluginSelectionFactory(Paths(state), AppContext.BaseDirectory).Create(config);

    private static StatePaths Paths(TemporaryDirectory state) =>
        new() { HomeDirectory = state.Path, StateDirectory = state.Path, ConfigFile = state["openclaw.json"], WorkspaceDirectory = state["workspace"] };
}
