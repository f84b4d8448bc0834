using System.Text.Json.Nodes;
using OpenClaw.Client;
using OpenClaw.Client.Notices;
using OpenClaw.Host.IntegrationTests.Devices;

namespace OpenClaw.Host.IntegrationTests.Hosting;

public sealed class ConfigWriteTests
{
    [Fact]
    public async Task A_change_that_can_is_in_force_at_once()
    {
        using var folder = GatewayFolder.WithConfig();
        await using var gateway = await GatewayProcess.StartAsync(folder);
        await using var talk = await gateway.ConnectAsync();

        var answer = await PatchAsync(talk, """{ "agents": { "defaults": { "thinkingDefault": "high" } } }""");

        Assert.False(RequiresRestart(answer));
        var changed = (GatewayEvent)await talk.UntilAsync(static notice => notice is GatewayEvent { Name: "config.changed" });
        Assert.Equal(answer.GetProperty("hash").GetString(), changed.Payload.GetProperty("hash").GetString());
        var config = await talk.AskAsync("config.get");
        Assert.Equal("high", config.GetProperty("runtimeConfig").GetProperty("agents").GetProperty("defaults").GetProperty("thinkingDefault").GetString());
        Assert.Equal(config.GetProperty("configRevisionHash").GetString(), config.GetProperty("appliedConfigHash").GetString());
    }

    [Fact]
    [Trait("Threat", "AUTH-30")]
    public async Task A_new_secret_is_in_force_at_once_and_ends_what_lives_on_the_old_one()
    {
        using var folder = GatewayFolder.WithConfig();
        await using var gateway = await GatewayProcess.StartAsync(folder);
        var device = new TestDevice();
        var connect = TestDevice.Operator("operator.read");
        await using var first = await gateway.EnterAsync(device, connect.WithToken(GatewayFolder.Token));
        var token = first.Hello.Text("auth", "deviceToken")!;
        await using var byDevice = await gateway.EnterAsync(device, connect.WithDeviceToken(token));
        await using var other = await gateway.ConnectAsync();
        await using var talk = await gateway.ConnectAsync();

        // The caller has its answer before its own connection goes.
        var answer = await PatchAsync(talk, """{ "gateway": { "auth": { "token": "a-rather-new-secret-0123456789" } } }""");
        Assert.False(RequiresRestart(answer));
        foreach (var ended in new[] { talk, other })
        {
            var closed = (GatewayDisconnected)await ended.UntilAsync(static notice => notice is GatewayDisconnected);
            Assert.Equal((4001, "gateway auth changed"), (closed.CloseCode, closed.CloseReason));
        }

        var end = await first.Client.ReceiveEndAsync();
        Assert.Equal((4001, "gateway auth changed"), (end.CloseCode, end.CloseReason));

        // Who came by the device's own token goes on, and the old secret opens nothing any more.
        Assert.True((await byDevice.Client.CallAsync("health")).GetProperty("ok").GetBoolean());
        await Assert.ThrowsAsync<GatewayConnectException>(() => gateway.ConnectAsync());
        await using var later = await gateway.EnterAsync(new TestDevice(), connect.WithToken("a-rather-new-secret-0123456789"));
        Assert.Equal("token", later.Hello.Text("auth", "method"));
    }

    [Theory]
    [InlineData("""{ "gateway": { "auth": { "mode": "password", "password": "a-rather-new-secret-0123456789" } } }""")]
    [InlineData("""{ "gateway": { "auth": { "token": "changeme" } } }""")]
    public async Task Another_way_to_authenticate_waits_for_a_start(string raw)
    {
        using var folder = GatewayFolder.WithConfig();
        await using var gateway = await GatewayProcess.StartAsync(folder);
        await using var talk = await gateway.ConnectAsync();
        Assert.True(RequiresRestart(await PatchAsync(talk, raw, restartDelayMs: 3_600_000)));
        await using var later = await gateway.ConnectAsync();
    }

    [Fact]
    public async Task A_change_that_needs_it_restarts_the_gateway_inside_the_process()
    {
        using var folder = GatewayFolder.WithConfig();
        await using var gateway = await GatewayProcess.StartAsync(folder);
        await using (var talk = await gateway.ConnectAsync())
        {
            await talk.ConverseAsync("before the restart", "run-1");
            var answer = await PatchAsync(talk, """{ "gateway": { "websocket": { "pingIntervalMs": 20000 } } }""", restartDelayMs: 0);
            Assert.True(RequiresRestart(answer));

            var shutdown = (GatewayEvent)await talk.UntilAsync(static notice => notice is GatewayEvent { Name: "shutdown" });
            Assert.Equal("gateway restarting", shutdown.Payload.GetProperty("reason").GetString());
            Assert.Equal(1500, shutdown.Payload.GetProperty("restartExpectedMs").GetInt32());
            var closed = (GatewayDisconnected)await talk.UntilAsync(static notice => notice is GatewayDisconnected);
            Assert.Equal((1012, "service restart"), (closed.CloseCode, closed.CloseReason));
        }

        await gateway.ReadyAgainAsync();
        await using var later = await gateway.ConnectAsync();
        Assert.Contains((await later.HistoryAsync()), static message => message.Text.Contains("before the restart", StringComparison.Ordinal));
        Assert.Contains("still talking", await later.ConverseAsync("still talking", "run-2"), StringComparison.Ordinal);
        Assert.Equal(0, await gateway.StopAsync());
    }

    [Fact]
    public async Task Writes_that_come_faster_than_people_are_slowed_down()
    {
        using var folder = GatewayFolder.WithConfig();
        await using var gateway = await GatewayProcess.StartAsync(folder);
        await using var talk = await gateway.ConnectAsync();
        for (var i = 0; i < 30; i++)
            Assert.Equal("INVALID_REQUEST", (await RefusedAsync(talk)).Error.Code);

        await using var again = await gateway.ConnectAsync();
        var tooFast = await RefusedAsync(again);
        Assert.Equal("UNAVAILABLE", tooFast.Error.Code);
        Assert.StartsWith("rate limit exceeded for config.patch; retry after ", tooFast.Error.Message, StringComparison.Ordinal);
    }

    private static Task<GatewayRequestException> RefusedAsync(GatewayTalk talk) => Assert.ThrowsAsync<GatewayRequestException>(
        () => talk.AskAsync("config.patch", new JsonObject { ["raw"] = "{}", ["baseHash"] = "deadbeef" }));

    private static async Task<System.Text.Json.JsonElement> PatchAsync(GatewayTalk talk, string raw, int? restartDelayMs = null)
    {
        var hash = (await talk.AskAsync("config.get")).GetProperty("hash").GetString();
        var parameters = new JsonObject { ["raw"] = raw, ["baseHash"] = hash };
        if (restartDelayMs is not null)
            parameters["restartDelayMs"] = restartDelayMs;
        return await talk.AskAsync("config.patch", parameters);
    }

    private static bool RequiresRestart(System.Text.Json.JsonElement answer) =>
        answer.GetProperty("sentinel").GetProperty("payload").GetProperty("stats").GetProperty("requiresRestart").GetBoolean();
}
