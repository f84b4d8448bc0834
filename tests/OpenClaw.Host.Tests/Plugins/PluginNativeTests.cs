using OpenClaw.Host.Plugins.Lifecycle;
using OpenClaw.Host.Tests.Cli;

namespace OpenClaw.Host.Tests.Plugins;

public sealed class PluginNativeTests
{
    private const string Library = "libhazardnative.so";

    [Fact]
    [Trait("Threat", "PLG-10")]
    public async Task A_missing_native_library_fails_the_plugin_by_name()
    {
        await using var plugins = await new PluginTestHost().With("native", "good").StartAsync();

        Assert.Equal(PluginState.Failed, plugins.Status("native").State);
        Assert.Contains("hazardnative", plugins.Status("native").Reason, StringComparison.Ordinal);
        plugins.AssertRuns("good");
    }

    [Fact]
    [Trait("Threat", "PLG-10")]
    public async Task A_file_that_is_no_library_fails_the_plugin_by_name()
    {
        await using var plugins = new PluginTestHost().With("native");
        await File.WriteAllTextAsync(Path.Combine(plugins.UserRoot, "native", Library), "no library");

        await plugins.StartAsync();

        Assert.Equal(PluginState.Failed, plugins.Status("native").State);
        Assert.Contains("hazardnative", plugins.Status("native").Reason, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Threat", "PLG-10")]
    public async Task A_native_library_in_the_plugins_folder_is_used_and_given_back_with_the_plugin()
    {
        if (!OperatingSystem.IsLinux())
            return;
        await using var plugins = new PluginTestHost().With("native");
        File.Copy(SystemSqlite(), Path.Combine(plugins.UserRoot, "native", Library));
        await plugins.StartAsync();
        plugins.AssertRuns("native");
        Assert.StartsWith("3", await File.ReadAllTextAsync(Path.Combine(plugins.StateDirectory, "plugin-data", "native", "version")), StringComparison.Ordinal);
        Assert.Contains(plugins.CacheDirectory, await File.ReadAllTextAsync("/proc/self/maps"), StringComparison.Ordinal);

        await plugins.Host.UnloadAsync("native", default);

        Assert.Equal(PluginState.Unloaded, plugins.Status("native").State);
        // The runtime unmaps the plugin's own assemblies in its time.
        await Eventually.TrueAsync(() => !File.ReadAllText("/proc/self/maps").Contains(Path.Combine(plugins.CacheDirectory, "native"), StringComparison.Ordinal));
    }

    private static string SystemSqlite() => ((string[])["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib"])
        .Select(static folder => Path.Combine(folder, "libsqlite3.so.0")).First(File.Exists);
}
