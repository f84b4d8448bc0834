using System.Net;
using System.Net.Sockets;
using System.Text;
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

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_came_in_while_the_leave_was_taken_hears_of_it_once(bool missedIt)
    {
        var time = new ManualClock();
        await using var gateway = await TestGateway.StartAsync(time: time);
        var (client, hello) = await gateway.ConnectAsync();
        await using var closing = client;
        await client.ReceiveEventAsync("health");
        var id = hello.GetProperty("server").GetProperty("connId").GetString();
        var connection = gateway.Connections.ToArray().Single(open => open.Caller.ConnectionId == id);
        if (missedIt)
            gateway.Connections.Remove(connection);
        var shutdown = gateway.Services.GetRequiredService<GatewayShutdown>();
        _ = shutdown.LeaveAsync("gateway stopping", null, CancellationToken.None);

        shutdown.CatchUp(connection);

        Assert.Equal("shutdown", (await client.ReceiveFrameAsync()).GetProperty("event").GetString());
        Assert.Equal(1012, (await client.ReceiveAsync()).CloseCode);
    }

    [Fact]
    [Trait("Threat", "WS-06")]
    public async Task Sockets_that_never_said_a_word_are_told_to_come_back_and_do_not_hold_up_the_stop()
    {
        var time = new ManualClock();
        await using var gateway = await TestGateway.StartAsync(time: time);
        await using var silent = await gateway.OpenAsync();
        var leaving = gateway.Services.GetRequiredService<GatewayShutdown>().LeaveAsync("gateway stopping", null, CancellationToken.None);
        await time.WhenTimerDueIn(TimeSpan.FromMilliseconds(30));
        time.Advance(TimeSpan.FromMilliseconds(30));
        var end = await silent.ReceiveAsync();
        Assert.Equal((1012, "service restart"), (end.CloseCode!.Value, end.CloseReason));
        await leaving;
    }

    [Theory]
    [Trait("Threat", "HTTP-07")]
    [InlineData("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-")]
    [InlineData("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\nabc")]
    [InlineData("")]
    public async Task A_request_that_is_never_finished_does_not_hold_up_the_stop(string half)
    {
        await using var gateway = await TestGateway.StartAsync(options: new() { CloseGrace = TimeSpan.FromMilliseconds(100) });
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(IPAddress.Loopback, gateway.Port);
        await tcp.GetStream().WriteAsync(Encoding.ASCII.GetBytes(half));
        var (client, _) = await gateway.ConnectAsync();
        await using var closing = client;
        await gateway.StopAsync().WaitAsync(TimeSpan.FromSeconds(10));
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
