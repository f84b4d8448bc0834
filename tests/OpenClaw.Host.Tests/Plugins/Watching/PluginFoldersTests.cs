using Microsoft.Extensions.Logging.Abstractions;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model.Gateway;
using OpenClaw.Host.Plugins;
using OpenClaw.Host.Plugins.Lifecycle;
using OpenClaw.Host.Plugins.Watching;
using OpenClaw.Host.Storage;
using OpenClaw.Host.Tests.Configuration.Reload;

namespace OpenClaw.Host.Tests.Plugins.Watching;

public sealed class PluginFoldersTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_plugin_that_is_put_there_waits_for_a_word_while_reload_is_off()
    {
        await using var plugins = await new PluginTestHost().StartAsync();
        var config = new CountedConfig { Value = Mode(ReloadMode.Off) };
        var clock = new ManualClock();
        var paths = new StatePaths
        {
            HomeDirectory = plugins.StateDirectory,
            StateDirectory = plugins.StateDirectory,
            ConfigFile = Path.Combine(plugins.StateDirectory, "openclaw.json"),
            WorkspaceDirectory = Path.Combine(plugins.StateDirectory, "workspace"),
        };
        using var lifetime = new TestLifetime();
        var reload = new PluginReload(plugins.Host, new PluginSelectionFactory(paths, plugins.StateDirectory), config);
        await using var folders = new PluginFolders(reload, config, paths, lifetime, clock, NullLogger<PluginFolders>.Instance);
        await folders.StartAsync(CancellationToken.None);
        lifetime.Start();

        PluginTestHost.Install("good", paths.PluginsDirectory);
        // Looking asks for the mode, and then the folders are asked for again: three times in all, and the look is over.
        await UntilAsync(() => config.Asked >= 3);
        Assert.DoesNotContain(plugins.Host.Plugins, static plugin => plugin.Id == "good");

        config.Value = Mode(ReloadMode.Hot);
        await UntilAsync(() => plugins.Host.Plugins.Any(static plugin => plugin.Id == "good"));

        async Task UntilAsync(Func<bool> isSo)
        {
            using var patience = new CancellationTokenSource(Patience);
            while (!isSo())
            {
                folders.Rescan();
                clock.Advance(TimeSpan.FromSeconds(1));
                await Task.Delay(2, patience.Token);
            }
        }
    }

    private static OpenClawConfig Mode(ReloadMode mode)
    {
        var config = new OpenClawConfig { Gateway = new GatewayConfig() };
        return config with { Gateway = config.Gateway with { Reload = config.Gateway.Reload with { Mode = mode } } };
    }

    private sealed class CountedConfig : IConfigSource
    {
        private int _asked;

        public required OpenClawConfig Value { get; set; }

        public int Asked => Volatile.Read(ref _asked);

        public OpenClawConfig Current
        {
            get
            {
                Interlocked.Increment(ref _asked);
                return Value;
            }
        }
    }
}
