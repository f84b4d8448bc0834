using Microsoft.Extensions.DependencyInjection;
using OpenClaw.Host.Gateway;

namespace OpenClaw.Host.IntegrationTests.Gateway;

/// <summary>How the gateway takes its leave.</summary>
public sealed class ShutdownTests
{
    [Theory]
    [InlineData(4, """{"reason":"gateway stopping"}""")]
    [InlineData(3, """{"reason":"gateway stopping","restartExpectedMs":null}""")]
    public async Task A_stop_is_announced_and_closes_with_service_restart(int protocol, string payload)
    {
        await using var gateway = await TestGateway.StartAsync();
        var (client, _) = await gateway.ConnectAsync(Connects.Request(Connects.TokenAuth, min: protocol, max: protocol));
        await using var closing = client;
        var stopping = gateway.StopAsync();
        Assert.Equal(payload, (await client.ReceiveEventAsync("shutdown")).GetProperty("payload").ToString());
        var end = await client.ReceiveEndAsync();
        Assert.Equal((1012, "service restart"), (end.CloseCode!.Value, end.CloseReason));
        await stopping;
    }

    [Fact]
    [Trait("Threat", "WS-33")]
    public async Task While_it_leaves_new_connections_are_told_to_come_back()
    {
        var time = new ManualClock();
        await using var gateway = await TestGateway.StartAsync(time: time);
        var (client, _) = await gateway.ConnectAsync();
        await using var closing = client;
        var leaving = gateway.Services.GetRequiredService<GatewayShutdown>().LeaveAsync("gateway restarting", 1_500, CancellationToken.None);
        Assert.Equal(
            """{"reason":"gateway restarting","restartExpectedMs":1500}""",
            (await client.ReceiveEventAsync("shutdown")).GetProperty("payload").ToString());

        await using var late = await gateway.OpenAsync();
        await late.SendAsync(Connects.Request(Connects.TokenAuth));
        var answer = await HandshakeTests.AssertRefusedAsync(
            late, "UNAVAILABLE", "connect unavailable during gateway restart", 1013, "gateway restart in progress");
        Assert.True(answer.GetProperty("error").GetProperty("retryable").GetBoolean());

        time.Advance(TimeSpan.FromMilliseconds(30));
        Assert.Equal(1012, (await client.ReceiveEndAsync()).CloseCode);
        await leaving;
    }

    [Fact]
    public async Task A_peer_that_does_not_answer_the_close_frame_is_cut_off()
    {
        await using var gateway = await TestGateway.StartAsync(options: new() { CloseGrace = TimeSpan.FromMilliseconds(100) });
        var (client, _) = await gateway.ConnectAsync();
        await using var closing = client;
        await gateway.StopAsync().WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(0, gateway.Connections.Count);
    }
}
