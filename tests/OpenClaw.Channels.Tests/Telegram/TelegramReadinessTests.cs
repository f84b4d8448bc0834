using System.Net;
using System.Text.Json;
using OpenClaw.Channels.Tests.Gateway;
using OpenClaw.Channels.Tests.Telegram.Fake;

namespace OpenClaw.Channels.Tests.Telegram;

/// <summary>What supervisors are told of a gateway whose channel does not work.</summary>
public sealed class TelegramReadinessTests
{
    [Fact]
    public async Task A_channel_that_cannot_run_is_named_and_the_gateway_itself_stays_alive()
    {
        await using var telegram = await FakeTelegram.StartAsync();
        telegram.AcceptedToken = "another";
        using var folder = TelegramGatewayTests.FolderFor(telegram);
        await using var gateway = await RunningGateway.StartAsync(folder);
        await gateway.WaitForErrorAsync("cannot run");

        var (ready, body) = await GetAsync(gateway, "readyz");
        var (live, _) = await GetAsync(gateway, "healthz");
        var (started, _) = await GetAsync(gateway, "startupz");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK, HttpStatusCode.OK), (ready, live, started));
        Assert.Equal("telegram", Assert.Single(body.GetProperty("failing").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task A_channel_that_serves_is_ready()
    {
        await using var telegram = await FakeTelegram.StartAsync();
        using var folder = TelegramGatewayTests.FolderFor(telegram);
        await using var gateway = await RunningGateway.StartAsync(folder);
        await telegram.CalledAsync("getUpdates");

        Assert.Equal(HttpStatusCode.OK, (await GetAsync(gateway, "readyz")).Status);
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> GetAsync(RunningGateway gateway, string path)
    {
        using var http = new HttpClient();
        using var response = await http.GetAsync(new Uri($"http://127.0.0.1:{gateway.Port}/{path}"));
        return (response.StatusCode, JsonElement.Parse(await response.Content.ReadAsStringAsync()));
    }
}
