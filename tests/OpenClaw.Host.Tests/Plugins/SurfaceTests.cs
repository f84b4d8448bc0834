using System.Text.Json;
using OpenClaw.Hooks;
using OpenClaw.Host.Cli;
using OpenClaw.Host.Plugins.Faults;
using OpenClaw.Host.Plugins.Lifecycle;
using OpenClaw.Host.Plugins.Surfaces;
using OpenClaw.Surfaces;

namespace OpenClaw.Host.Tests.Plugins;

/// <summary>Methods, commands, routes and hooks of a plugin on disk, without a gateway around them.</summary>
public sealed class SurfaceTests
{
    private const string Id = "surfaces";

    [Fact]
    public async Task A_method_is_called_while_the_plugin_runs_and_gone_afterwards()
    {
        await using var host = await new PluginTestHost().With(Id).StartAsync();
        host.AssertRuns(Id);
        var method = host.Host.Current.Methods["surfaces.read"];

        var answer = await method.CallAsync(new PluginMethodCall { Method = "surfaces.read", Parameters = JsonElement.Parse("""{"a":1}""") }, CancellationToken.None);
        await host.Host.UnloadAsync(Id, CancellationToken.None);

        Assert.Equal("""{"version":"1.0.0","got":{"a":1}}""", answer.GetRawText());
        Assert.Empty(host.Host.Current.Methods);
        Assert.Empty(host.Host.Current.Commands);
        Assert.Null(host.Host.Current.Routes.Find("/surfaces"));
        Assert.Null(host.Host.Current.Hooks);
        Assert.Equal(PluginState.Unloaded, host.Status(Id).State);
        await Assert.ThrowsAsync<PluginNotEnteredException>(() => CallAsync(method));
    }

    [Fact]
    [Trait("Threat", "PLG-12")]
    public async Task A_call_that_hangs_costs_its_caller_the_deadline_and_keeps_its_place()
    {
        await using var host = await new PluginTestHost { Timeout = TimeSpan.FromSeconds(1) }.With(Id).StartAsync();
        var method = host.Host.Current.Methods["surfaces.hang"];

        await Assert.ThrowsAsync<TimeoutException>(() => CallAsync(method));
        await Assert.ThrowsAsync<PluginBusyException>(() => CallAsync(method));
        var other = await host.Host.Current.Methods["surfaces.admin"].CallAsync(Call("surfaces.admin"), CancellationToken.None);

        Assert.Equal("{}", other.GetRawText());
    }

    [Fact]
    [Trait("Threat", "PLG-11")]
    public async Task What_a_plugin_throws_reaches_the_host_as_text()
    {
        await using var host = await new PluginTestHost().With(Id).StartAsync();
        host.Secrets.Register("secret-token-1");

        var fault = await Assert.ThrowsAsync<PluginFaultException>(() => CallAsync(host.Host.Current.Methods["surfaces.throw"]));
        var told = await Assert.ThrowsAsync<PluginMethodException>(() => CallAsync(host.Host.Current.Methods["surfaces.fail"]));
        var large = await Assert.ThrowsAsync<PluginFaultException>(() => CallAsync(host.Host.Current.Methods["surfaces.large"]));

        Assert.DoesNotContain("secret-token-1", fault.Message, StringComparison.Ordinal);
        Assert.Equal("NOT_FOUND", told.Code);
        Assert.Equal("x", told.Details!.Value.GetProperty("name").GetString());
        Assert.Contains("Answer in pages", large.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Threat", "PLG-27")]
    public async Task What_a_command_prints_holds_no_control_sequences()
    {
        await using var host = await new PluginTestHost().With(Id).StartAsync();

        var result = await host.Host.Current.Commands["surf"].RunAsync(
            new PluginCommandCall { Name = "surf", Arguments = ["colour"] }, CancellationToken.None);

        Assert.Equal("[31mred[0m\n", result.Output);
    }

    [Theory]
    [InlineData("/health/x")]
    [InlineData("/V1/models")]
    [InlineData("/api")]
    [InlineData("/api/diagnostics/prometheus")]
    [InlineData("/__openclaw__/x")]
    [InlineData("/hooks")]
    [InlineData("/startupz")]
    [InlineData("/readyz")]
    [Trait("Threat", "PLG-17")]
    public void Paths_of_the_gateway_are_taken(string path) => Assert.True(ReservedPaths.Contains(RoutePath.Normalize(path)));

    [Theory]
    [InlineData("/api/channels/telegram")]
    [InlineData("/weather")]
    [InlineData("/healthy")]
    public void Other_paths_are_free(string path) => Assert.False(ReservedPaths.Contains(RoutePath.Normalize(path)));

    [Theory]
    [InlineData("x")]
    [InlineData("/")]
    [InlineData("//x")]
    [InlineData("/x/../v1")]
    [InlineData("/x/%2e%2e/v1")]
    [InlineData("/x\\y")]
    [InlineData("/x?y")]
    [InlineData("/x//y")]
    public void A_path_that_could_be_read_in_two_ways_is_refused(string path) => Assert.NotNull(RoutePath.ProblemOf(path));

    [Theory]
    [InlineData("config.get", true)]
    [InlineData("config.steal", true)]
    [InlineData("plugin.x", true)]
    [InlineData("browser.request", false)]
    [InlineData("surfaces.read", false)]
    [Trait("Threat", "PLG-17")]
    public void Methods_of_the_gateway_and_their_like_are_taken(string name, bool owned) => Assert.Equal(owned, CoreMethods.Owns(name));

    [Fact]
    [Trait("Threat", "PLG-17")]
    public void Every_command_of_the_command_line_is_taken()
    {
        var names = CliApplication.Build(CliEnvironment.OfProcess()).Subcommands.Select(static command => command.Name);

        Assert.Empty(names.Except(CoreCommands.All));
    }

    [Fact]
    [Trait("Threat", "PLG-17")]
    public async Task A_second_plugin_with_the_same_names_is_refused()
    {
        await using var host = new PluginTestHost().With(Id);
        var copy = PluginTestHost.Install(Id, host.UserRoot + "-2");
        var manifest = Path.Combine(copy, "openclaw.plugin.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("\"id\": \"surfaces\"", "\"id\": \"surfaces-2\"", StringComparison.Ordinal));
        Directory.Move(copy, Path.Combine(host.UserRoot, "surfaces-2"));
        await host.StartAsync();
        await host.Host.WakeAsync("surfaces-2", CancellationToken.None);

        host.AssertRuns(Id);
        Assert.Equal(PluginState.Failed, host.Status("surfaces-2").State);
        Assert.Contains("already belongs to plugin surfaces", host.Status("surfaces-2").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plugin_of_methods_and_routes_alone_sleeps_until_it_is_asked()
    {
        await using var host = new PluginTestHost().With(Id);
        var manifest = Path.Combine(host.UserRoot, Id, "openclaw.plugin.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace(", \"hook\", \"tool\", \"service\"", "", StringComparison.Ordinal));
        await host.StartAsync();

        Assert.Equal(PluginState.Waiting, host.Status(Id).State);
        Assert.Equal(Id, host.Host.Current.Waiting.Methods["surfaces.read"]);
        Assert.Equal(Id, host.Host.Current.Waiting.Commands["surf"]);
        Assert.Equal(Id, host.Host.Current.Waiting.Routes.Find("/surfaces/hook/below"));
    }

    [Fact]
    public async Task Hooks_are_asked_by_priority()
    {
        await using var host = await new PluginTestHost().With(Id).StartAsync();

        var hooks = host.Host.Current.Hooks!;

        Assert.Equal(Id, Assert.Single(hooks.Tool).PluginId);
        Assert.Single(hooks.Message);
        Assert.Equal(Id, Assert.Single(hooks.Session).PluginId);
        Assert.NotSame(hooks.Tool[0], hooks.Session[0]);
        var decision = await HookCalls.TryAskAsync<IMessageHook, MessageDecision>(
            hooks.Message[0],
            static (hook, token) => hook.ReceivedAsync(new HookedMessage { Channel = "c", Account = new("a"), ChatId = "1", Text = "spam" }, token),
            CancellationToken.None);
        Assert.Equal("spam", decision!.StopReason);
    }

    private static PluginMethodCall Call(string name) => new() { Method = name, Parameters = JsonElement.Parse("{}") };

    private static Task<JsonElement> CallAsync(MethodContribution method) => method.CallAsync(Call(method.Method.Name), CancellationToken.None);
}
