using System.Text.Json;
using OpenClaw.Agents;
using OpenClaw.Channels;
using OpenClaw.Host.Plugins.Faults;
using OpenClaw.Host.Plugins.Lifecycle;
using OpenClaw.Identity;
using OpenClaw.Plugins;

namespace OpenClaw.Host.Tests.Plugins;

/// <summary>Calls into plugins: isolation of dependencies, exceptions as text, leases, and the end of a generation.</summary>
public sealed class PluginCallTests
{
    private static readonly ModelRequest Request = new() { Model = "any", Messages = [ModelMessage.User("hi")] };

    [Fact]
    [Trait("Threat", "PLG-09")]
    public async Task Two_plugins_use_their_own_versions_of_one_dependency()
    {
        await using var plugins = await new PluginTestHost().With("dependencyv1", "dependencyv2").StartAsync();

        Assert.Equal("1", await plugins.CallAsync("dependency_v1"));
        Assert.Equal("2", await plugins.CallAsync("dependency_v2"));
    }

    [Fact]
    [Trait("Threat", "PLG-08")]
    public async Task The_contract_of_the_host_is_used_when_a_plugin_ships_its_own()
    {
        await using var plugins = await new PluginTestHost().With("ownabstractions").StartAsync();

        Assert.True(File.Exists(Path.Combine(plugins.UserRoot, "ownabstractions", "OpenClaw.Abstractions.dll")));
        Assert.Equal("the host", await plugins.CallAsync("own_abstractions"));
    }

    [Fact]
    [Trait("Threat", "PLG-11")]
    public async Task An_exception_of_a_plugin_arrives_as_text_only()
    {
        await using var plugins = await new PluginTestHost().With("good").StartAsync();
        await plugins.ActAsync("protect");

        var thrown = await Assert.ThrowsAsync<PluginFaultException>(() => plugins.ActAsync("throw"));

        Assert.Null(thrown.InnerException);
        Assert.Equal("good", thrown.PluginId);
        Assert.Equal("thrown by a test plugin, ***", thrown.Fault.Message);
        Assert.Contains("PrivateException", thrown.Fault.Type, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_typed_tool_and_a_provider_work_through_their_wrappers()
    {
        await using var plugins = await new PluginTestHost().With("good").StartAsync();
        var provider = plugins.Host.Current.Providers["good"].Provider;

        Assert.Equal("Hello Ada", await plugins.CallAsync("good_typed", new { Name = "Ada" }));
        Assert.Equal("good", Assert.Single(await provider.ListModelsAsync(default)).Id);
        Assert.Equal("good morning", string.Concat((await CollectAsync(provider, Request)).OfType<TextDelta>().Select(static delta => delta.Text)));
        Assert.Single((await Assert.IsAssignableFrom<IEmbeddingProvider>(provider).EmbedAsync("any", ["text"], null, default)).Vectors);
    }

    [Fact]
    public async Task A_model_exception_in_a_stream_keeps_its_kind()
    {
        await using var plugins = await new PluginTestHost().With("good").StartAsync();
        var provider = plugins.Host.Current.Providers["good"].Provider;

        var thrown = await Assert.ThrowsAsync<ModelException>(() => CollectAsync(provider, Request with { Model = "fails" }));

        Assert.Equal((ModelFailure.RateLimited, TimeSpan.FromSeconds(3), "slow down"), (thrown.Failure, thrown.RetryAfter, thrown.Message));
    }

    [Fact]
    public async Task A_provider_is_made_for_an_entry_and_refused_with_another_id()
    {
        await using var plugins = await new PluginTestHost().With("good").StartAsync();
        var api = plugins.Host.Current.Apis["good-api"];

        await using var created = await api.CreateAsync(Entry("mine"), default);
        var thrown = await Assert.ThrowsAsync<PluginFaultException>(() => api.CreateAsync(Entry("wrong"), default));

        Assert.Equal("mine-model", Assert.Single(await created.Provider.ListModelsAsync(default)).Id);
        Assert.IsNotAssignableFrom<IEmbeddingProvider>(created.Provider);
        await Assert.ThrowsAsync<ModelException>(() => CollectAsync(created.Provider, Request));
        Assert.Contains("another id than 'wrong'", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Threat", "PLG-18")]
    public async Task Each_channel_account_has_storage_of_its_own()
    {
        await using var plugins = await new PluginTestHost().With("good").StartAsync();
        var channel = plugins.Host.Current.Channels["good-chat"];

        await using var one = await channel.CreateAsync(new AccountId("one"), EmptySettings.Value, default);
        await using var two = await channel.CreateAsync(new AccountId("two"), EmptySettings.Value, default);

        Assert.NotEqual(StatusOf(one.Channel).AccountName, StatusOf(two.Channel).AccountName);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(StatusOf(one.Channel).AccountName!));
    }

    [Fact]
    public async Task A_stop_waits_for_calls_in_flight_and_refuses_new_ones()
    {
        await using var plugins = await new PluginTestHost().With("good").StartAsync();
        var tool = plugins.Host.Current.Tools["good_acts"];
        Assert.True(tool.Owner.TryLease(out var lease));

        var stopping = plugins.Host.UnloadAsync("good", default);

        Assert.Equal(PluginState.Draining, plugins.Status("good").State);
        Assert.Empty(plugins.Host.Current.Tools);
        await Assert.ThrowsAsync<PluginStoppedException>(() => tool.Tool.InvokeAsync(PluginTestHost.Invocation(new { act = "late" }), default).AsTask());
        Assert.False(stopping.IsCompleted);
        lease.Dispose();
        Assert.True(await stopping);
        Assert.Equal(PluginState.Unloaded, plugins.Status("good").State);
    }

    [Fact]
    public async Task A_call_that_outlives_the_drain_is_cut_off_by_the_stopping_token()
    {
        await using var plugins = await new PluginTestHost { Timeout = TimeSpan.FromMilliseconds(300) }.With("good").StartAsync();
        var waiting = plugins.ActAsync("wait");

        await plugins.Host.StopAsync();

        await Assert.ThrowsAsync<PluginFaultException>(() => waiting);
        Assert.Contains(plugins.Loggers.Entries, static entry => entry.Message.Contains("good has 1 calls that did not end in time", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Threat", "PLG-20")]
    public async Task Nothing_a_stopped_plugin_was_lent_works_any_more()
    {
        await using var plugins = await new PluginTestHost().With("good").StartAsync();
        var provider = plugins.Host.Current.Providers["good"].Provider;
        var api = plugins.Host.Current.Apis["good-api"];
        var created = await api.CreateAsync(Entry("mine"), default);

        await plugins.Host.StopAsync();

        await Assert.ThrowsAsync<PluginStoppedException>(() => provider.ListModelsAsync(default).AsTask());
        await Assert.ThrowsAsync<PluginStoppedException>(() => created.Provider.ListModelsAsync(default).AsTask());
        await Assert.ThrowsAsync<PluginStoppedException>(() => api.CreateAsync(Entry("late"), default));
        Assert.True(File.Exists(Path.Combine(plugins.StateDirectory, "plugin-data", "good", "stopping")));
        Assert.True(File.Exists(Path.Combine(plugins.StateDirectory, "plugin-data", "good", "disposed")));
    }

    [Fact]
    [Trait("Threat", "PLG-24")]
    public async Task A_running_plugin_does_not_notice_that_its_folder_is_deleted()
    {
        await using var plugins = await new PluginTestHost().With("dependencyv1").StartAsync();

        Directory.Delete(Path.Combine(plugins.UserRoot, "dependencyv1"), recursive: true);

        Assert.Equal("1", await plugins.CallAsync("dependency_v1"));
    }

    [Fact]
    [Trait("Threat", "PLG-26")]
    public async Task What_a_plugin_logs_is_redacted_text_and_not_a_format()
    {
        await using var plugins = await new PluginTestHost().With("good").StartAsync();
        await plugins.ActAsync("protect");

        await plugins.ActAsync("log");

        var (category, _, message, state) = Assert.Single(plugins.Loggers.Entries, static entry => entry.Message.StartsWith("Here is", StringComparison.Ordinal));
        Assert.Equal("plugin.good.OpenClaw.TestPlugins.GoodState", category);
        Assert.Equal("Here is *** and Greeting { Name = logged } {not a format}", message);
        Assert.All((IEnumerable<KeyValuePair<string, object?>>)state!, static pair => Assert.IsType<string>(pair.Value));
    }

    [Fact]
    [Trait("Threat", "PLG-13")]
    public async Task An_exception_on_a_thread_of_a_plugin_is_traced_to_it_and_the_process_lives()
    {
        using var child = ChildProcess.Start(PluginChild.ThrowOnThread, "good");

        var line = await child.Output.ReadLineAsync();

        Assert.Equal("Running a thread, timer or async void method: OpenClaw.TestPlugins.GoodTool+PrivateException: thread of a test plugin", line);
    }

    private static ChannelStatus StatusOf(PluginHandle<IChannel> handle)
    {
        using var lease = handle.Lease(out var channel);
        return channel.Status;
    }

    private static AgentProviderSettings Entry(string id) =>
        new() { Id = id, BaseUrl = new Uri("http://127.0.0.1:9"), Raw = JsonElement.Parse("{}") };

    private static async Task<List<ModelUpdate>> CollectAsync(IAgentProvider provider, ModelRequest request)
    {
        List<ModelUpdate> updates = [];
        await foreach (var update in provider.StreamAsync(request, default))
            updates.Add(update);
        return updates;
    }
}
