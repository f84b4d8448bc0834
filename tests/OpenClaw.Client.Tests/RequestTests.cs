using System.Text.Json;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Events;

namespace OpenClaw.Client.Tests;

public sealed class RequestTests
{
    [Fact]
    public async Task Answers_find_their_requests_in_any_order()
    {
        await using var gateway = await FakeGateway.StartAsync(async peer =>
        {
            await peer.AcceptAsync();
            var first = await peer.ReadAsync();
            var second = await peer.ReadAsync();
            await peer.RespondAsync(second, """{"ts":2}""");
            await peer.RespondAsync(first, """{"ts":1}""");
            await peer.WaitForCloseAsync();
        });
        await using var client = new GatewayClient(gateway.Options);
        await client.ConnectAsync();

        var one = client.RequestAsync("one");
        var two = client.RequestAsync(
            "two", new TickEvent { Ts = 7 }, ProtocolJsonContext.Default.TickEvent, ProtocolJsonContext.Default.TickEvent);

        Assert.Equal(2, (await two)!.Ts);
        Assert.Equal(1, (await one).GetProperty("ts").GetInt32());
    }

    [Fact]
    public async Task Parameters_travel_as_given_and_are_left_out_when_there_are_none()
    {
        var seen = new List<JsonElement>();
        await using var gateway = await FakeGateway.StartAsync(async peer =>
        {
            await peer.AcceptAsync();
            while (true)
            {
                var request = await peer.ReadAsync();
                seen.Add(request);
                await peer.RespondAsync(request, "null");
            }
        });
        await using var client = new GatewayClient(gateway.Options);
        await client.ConnectAsync();

        await client.RequestAsync("none");
        await client.RequestAsync("some", JsonElement.Parse("""{"a":[1,null,"ü"]}"""));

        Assert.False(seen[0].TryGetProperty("params", out _));
        Assert.Equal("ü", seen[1].GetProperty("params").GetProperty("a")[2].GetString());
    }

    [Fact]
    public async Task An_error_keeps_its_shape_and_the_payload_beside_it()
    {
        await using var gateway = await FakeGateway.StartAsync(async peer =>
        {
            await peer.AcceptAsync();
            await peer.FailAsync(
                await peer.ReadAsync(),
                """{"code":"UNAVAILABLE","message":"model down","retryable":true,"retryAfterMs":5}""",
                """{"runId":"r","status":"error"}""");
            await peer.WaitForCloseAsync();
        });
        await using var client = new GatewayClient(gateway.Options);
        await client.ConnectAsync();

        var error = await Assert.ThrowsAsync<GatewayRequestException>(() => client.RequestAsync("agent"));

        Assert.Equal("agent", error.Method);
        Assert.Equal("model down", error.Message);
        Assert.Equal(5, error.Error.RetryAfterMs);
        Assert.Equal("error", error.Payload!.Value.GetProperty("status").GetString());
    }

    [Fact]
    public async Task With_expect_final_the_first_answer_is_announced_and_the_second_returned()
    {
        await using var gateway = await FakeGateway.StartAsync(TwoPhaseAsync);
        await using var client = new GatewayClient(gateway.Options);
        await client.ConnectAsync();
        string? accepted = null;

        var final = await client.RequestAsync("agent", default, new()
        {
            ExpectFinal = true,
            OnAccepted = payload => accepted = payload.GetProperty("runId").GetString(),
        });

        Assert.Equal("r-1", accepted);
        Assert.Equal("ok", final.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Without_expect_final_the_first_answer_is_returned_and_the_second_hurts_nobody()
    {
        await using var gateway = await FakeGateway.StartAsync(TwoPhaseAsync);
        await using var client = new GatewayClient(gateway.Options);
        await client.ConnectAsync();

        Assert.Equal("accepted", (await client.RequestAsync("agent")).GetProperty("status").GetString());
        Assert.Equal("accepted", (await client.RequestAsync("agent")).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_callback_that_throws_fails_its_own_request_only()
    {
        await using var gateway = await FakeGateway.StartAsync(TwoPhaseAsync);
        await using var client = new GatewayClient(gateway.Options);
        await client.ConnectAsync();

        await Assert.ThrowsAsync<FormatException>(() => client.RequestAsync("agent", default, new()
        {
            ExpectFinal = true,
            OnAccepted = _ => throw new FormatException("no"),
        }));

        Assert.Equal("accepted", (await client.RequestAsync("agent")).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_request_without_an_answer_runs_into_its_timeout_and_names_the_method()
    {
        var time = new ManualClock();
        await using var gateway = await FakeGateway.StartAsync(async peer =>
        {
            await peer.AcceptAsync();
            await peer.WaitForCloseAsync();
        });
        await using var client = new GatewayClient(gateway.Options, time);
        await client.ConnectAsync();

        var request = client.RequestAsync("slow", default, new() { Timeout = TimeSpan.FromSeconds(2) });
        await time.WhenTimerDueWithin(TimeSpan.FromSeconds(2));
        time.Advance(TimeSpan.FromSeconds(2));

        var error = await Assert.ThrowsAsync<GatewayRequestTimeoutException>(() => request);
        Assert.Contains("slow within 2000 ms", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_request_ends_alone()
    {
        await using var gateway = await FakeGateway.StartAsync(async peer =>
        {
            await peer.AcceptAsync();
            await peer.ReadAsync();
            await peer.RespondAsync(await peer.ReadAsync(), """{"ok":true}""");
            await peer.WaitForCloseAsync();
        });
        await using var client = new GatewayClient(gateway.Options);
        await client.ConnectAsync();
        using var cancel = new CancellationTokenSource();

        var request = client.RequestAsync("never", cancellationToken: cancel.Token);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        Assert.True((await client.RequestAsync("health")).GetProperty("ok").GetBoolean());
    }

    [Fact]
    public async Task A_request_in_flight_fails_with_the_close_that_took_its_connection()
    {
        await using var gateway = await FakeGateway.StartAsync(async peer =>
        {
            await peer.AcceptAsync();
            await peer.ReadAsync();
            await peer.CloseAsync(1012, "service restart");
        });
        await using var client = new GatewayClient(gateway.Options with { Reconnect = false });
        await client.ConnectAsync();

        var error = await Assert.ThrowsAsync<GatewayDisconnectedException>(() => client.RequestAsync("health"));

        Assert.Equal(1012, error.CloseCode);
        Assert.Equal("service restart", error.CloseReason);
    }

    [Fact]
    public async Task Without_a_connection_a_request_fails_at_once()
    {
        await using var client = new GatewayClient(new() { Url = new("ws://127.0.0.1:1") });

        var error = await Assert.ThrowsAsync<GatewayDisconnectedException>(() => client.RequestAsync("health"));

        Assert.Contains("health", error.Message, StringComparison.Ordinal);
    }

    private static async Task TwoPhaseAsync(FakePeer peer)
    {
        await peer.AcceptAsync();
        while (true)
        {
            var request = await peer.ReadAsync();
            await peer.RespondAsync(request, """{"runId":"r-1","status":"accepted"}""");
            await peer.RespondAsync(request, """{"runId":"r-1","status":"ok"}""");
        }
    }
}
