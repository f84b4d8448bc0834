using OpenClaw.Hooks;
using OpenClaw.Identity;
using OpenClaw.Surfaces;
using OpenClaw.Testing;

namespace OpenClaw.Sdk.Tests.Conformance;

/// <summary>A plugin of routes, methods, commands, events and hooks, tested as its author would.</summary>
public sealed class NotebookConformanceTests : PluginConformance
{
    protected override string Folder => PluginFolder.Named("NotebookPlugin");

    [Fact]
    public async Task A_route_takes_a_request_and_its_event_is_seen()
    {
        await using var gateway = await StartAsync();

        var written = await gateway.RequestAsync(new RouteRequest("/Notes/") { Method = "POST", Body = "milk" });
        var read = await gateway.RequestAsync(new RouteRequest("/notes"));

        Assert.Equal((201, "operator.admin operator.read operator.write"), (written.Status, written.Headers["X-Scopes"]));
        Assert.Equal((200, """["milk"]"""), (read.Status, read.Text));
        var told = Assert.Single(gateway.Events);
        Assert.Equal(("plugin.notebook.added", "milk"), (told.Name, told.Payload.GetProperty("note").GetString()));
    }

    [Fact]
    public async Task What_the_gateway_refuses_does_not_reach_a_route()
    {
        await using var gateway = await StartAsync();

        Assert.Equal(404, (await gateway.RequestAsync(new RouteRequest("/notes/other"))).Status);
        Assert.Equal(405, (await gateway.RequestAsync(new RouteRequest("/notes") { Method = "DELETE" })).Status);
        Assert.Equal(401, (await gateway.RequestAsync(new RouteRequest("/notes") { Scopes = [] })).Status);
        Assert.Equal(403, (await gateway.RequestAsync(new RouteRequest("/notes") { Scopes = ["operator.read"] })).Status);
        Assert.Equal(413, (await gateway.RequestAsync(new RouteRequest("/notes") { Method = "POST", Body = new string('x', 101) })).Status);
        Assert.Empty(gateway.Faults);
    }

    [Fact]
    public async Task What_goes_wrong_in_a_route_is_an_answer()
    {
        await using var gateway = await StartAsync();

        Assert.Equal("/notes/below/a?b=1", (await gateway.RequestAsync(new RouteRequest("/notes/below/a") { Query = "b=1", Scopes = [] })).Text);
        Assert.Equal(504, (await gateway.RequestAsync(new RouteRequest("/notes/hangs"))).Status);
        Assert.Equal(500, (await gateway.RequestAsync(new RouteRequest("/notes/public"))).Status);
        Assert.Contains("no notes for strangers", Assert.Single(gateway.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Methods_and_commands_are_called_by_their_names()
    {
        await using var gateway = await StartAsync();

        Assert.Equal("[]", (await gateway.CallMethodAsync("notes.list")).GetRawText());
        var failed = await Assert.ThrowsAsync<PluginMethodException>(() => gateway.CallMethodAsync("notes.fail", """{"what":"pen"}"""));
        Assert.Equal(("no pen", PluginMethodException.InvalidRequest), (failed.Message, failed.Code));
        Assert.Equal("0", (await gateway.RunCommandAsync("notes", "count")).Output);
        Assert.Equal((2, "Say count."), ((await gateway.RunCommandAsync("notes")).ExitCode, (await gateway.RunCommandAsync("notes")).Error));
        await Assert.ThrowsAsync<ArgumentException>(() => gateway.CallMethodAsync("notes.burn"));
        await Assert.ThrowsAsync<ArgumentException>(() => gateway.RunCommandAsync("burn"));
        Assert.Equal((4, 2, 1), (gateway.Routes.Count, gateway.Methods.Count, gateway.Commands.Count));
    }

    [Fact]
    public async Task Hooks_come_in_the_gateways_order()
    {
        await using var gateway = await StartAsync();

        var hooks = gateway.HooksOf<IMessageHook>();

        Assert.Equal(["Strict", "Discreet"], hooks.Select(static hook => hook.GetType().Name));
        Assert.Equal("too long", (await hooks[0].ReceivedAsync(Message("a very long story indeed"), CancellationToken.None)).StopReason);
        Assert.Equal("the matter", (await hooks[1].ReceivedAsync(Message("the secret"), CancellationToken.None)).Text);
        Assert.Empty(gateway.HooksOf<IToolHook>());
    }

    protected override async Task WorkAsync(InMemoryGateway gateway)
    {
        await gateway.RequestAsync(new RouteRequest("/notes") { Method = "POST", Body = "milk" });
        await gateway.RequestAsync(new RouteRequest("/notes/hangs"));
        await gateway.CallMethodAsync("notes.list");
        await Record.ExceptionAsync(() => gateway.CallMethodAsync("notes.fail", """{"what":"pen"}"""));
        await gateway.RunCommandAsync("notes", "count");
        foreach (var hook in gateway.HooksOf<ISessionHook>())
        {
            await hook.SessionEndedAsync(
                new HookedSession { Session = new SessionKey("agent:main:main"), Agent = new AgentId("main"), ConversationId = "1" }, SessionEndReason.Reset, CancellationToken.None);
        }
    }

    private static HookedMessage Message(string text) => new() { Channel = "demo", Account = new AccountId("default"), ChatId = "room", Text = text };
}
