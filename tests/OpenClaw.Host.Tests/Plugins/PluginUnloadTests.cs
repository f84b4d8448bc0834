using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using OpenClaw.Host.Plugins.Lifecycle;
using OpenClaw.Host.Plugins.Loading;
using OpenClaw.Identity;

namespace OpenClaw.Host.Tests.Plugins;

/// <summary>Unloading is proven by the death of the load context, not by having asked for it.</summary>
public sealed class PluginUnloadTests
{
    [Fact]
    public async Task A_plugin_that_used_its_whole_scope_is_proven_gone()
    {
        await using var plugins = await new PluginTestHost().With("good").StartAsync();
        var context = ContextOf(plugins.CacheDirectory);
        await UseAsync(plugins);

        Assert.True(await plugins.Host.UnloadAsync("good", default));

        Assert.Equal((PluginState.Unloaded, null), (plugins.Status("good").State, plugins.Status("good").Reason));
        Assert.False(context.IsAlive);
        Assert.Empty(Directory.EnumerateFileSystemEntries(plugins.CacheDirectory));
    }

    [Fact]
    [Trait("Threat", "PLG-19")]
    public async Task A_plugin_that_scans_its_assembly_is_proven_gone()
    {
        await using var plugins = await new PluginTestHost().With("scanning").StartAsync();
        plugins.AssertRuns("scanning");
        Assert.Equal("GOOD EVENING, GOOD MORNING", await plugins.CallAsync("scanning_greet"));

        await plugins.Host.UnloadAsync("scanning", default);

        Assert.Equal((PluginState.Unloaded, null), (plugins.Status("scanning").State, plugins.Status("scanning").Reason));
    }

    [Theory]
    [InlineData("serialize")]
    [InlineData("describe")]
    [InlineData("ambient")]
    [InlineData("fetch")]
    [InlineData("throw")]
    [Trait("Threat", "PLG-19")]
    public async Task A_habit_that_used_to_pin_a_plugin_does_not(string act)
    {
        await using var plugins = await new PluginTestHost().With("good").StartAsync();
        try
        {
            await plugins.CallAsync("good_acts", new { act, url = "http://127.0.0.1:9/" });
        }
        catch (Exception exception) when (act is "fetch" or "throw")
        {
            // Kept on purpose: the text must not hold the plugin.
            plugins.Loggers.Entries.Enqueue(("test", default, "", exception));
        }

        await plugins.Host.UnloadAsync("good", default);

        Assert.Equal((PluginState.Unloaded, null), (plugins.Status("good").State, plugins.Status("good").Reason));
    }

    [Fact]
    [Trait("Threat", "PLG-19")]
    public async Task A_plugin_that_hooks_into_the_process_is_reported_as_leaked()
    {
        await using var plugins = await new PluginTestHost().With("good").StartAsync();
        await plugins.ActAsync("leak");

        await plugins.Host.UnloadAsync("good", default);

        Assert.Equal(PluginState.Leaked, plugins.Status("good").State);
        Assert.Contains("still holds its code", plugins.Status("good").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_snapshot_and_objects_kept_by_others_do_not_pin_the_plugin()
    {
        await using var plugins = await new PluginTestHost().With("good").StartAsync();
        var snapshot = plugins.Host.Current;
        await using var channel = await snapshot.Channels["good-chat"].CreateAsync(AccountId.Default, EmptySettings.Value, default);

        await plugins.Host.UnloadAsync("good", default);

        Assert.Equal(PluginState.Unloaded, plugins.Status("good").State);
        Assert.False(channel.Channel.TryLease(out _, out _));
        Assert.NotEmpty(snapshot.Tools);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task UseAsync(PluginTestHost plugins)
    {
        await plugins.CallAsync("good_typed", new { Name = "Ada" });
        await plugins.ActAsync("log");
        await plugins.ActAsync("ambient");
        await using var channel = await plugins.Host.Current.Channels["good-chat"].CreateAsync(AccountId.Default, EmptySettings.Value, default);
        using var lease = channel.Channel.Lease(out var started);
        await started.StartAsync(inbox: null!, default);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference ContextOf(string cache) =>
        new(AssemblyLoadContext.All.OfType<PluginLoadContext>().Single(context => context.Assemblies.Any(assembly => assembly.Location.StartsWith(cache, StringComparison.Ordinal))));
}
