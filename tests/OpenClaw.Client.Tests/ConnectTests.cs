using System.Net;
using System.Net.Sockets;
using OpenClaw.Protocol;

namespace OpenClaw.Client.Tests;

public sealed class ConnectTests
{
    [Fact]
    public async Task The_client_waits_for_the_challenge_and_sends_what_it_was_given()
    {
        var seen = new TaskCompletionSource<System.Text.Json.JsonElement>();
        await using var gateway = await FakeGateway.StartAsync(async peer =>
        {
            seen.SetResult(await peer.AcceptAsync());
            await peer.WaitForCloseAsync();
        });
        await using var client = new GatewayClient(gateway.Options with
        {
            ClientId = ClientIds.Cli,
            ClientMode = ClientModes.Cli,
            Scopes = [OperatorScopes.Read],
            Capabilities = ["tool-events"],
        });

        var hello = await client.ConnectAsync();

        Assert.Equal("9.9.9", hello.Server.Version);
        Assert.Same(hello, client.Hello);
        var connect = await seen.Task;
        Assert.Equal(4, connect.GetProperty("minProtocol").GetInt32());
        Assert.Equal(4, connect.GetProperty("maxProtocol").GetInt32());
        Assert.Equal("cli", connect.GetProperty("client").GetProperty("id").GetString());
        Assert.Equal("operator", connect.GetProperty("role").GetString());
        Assert.Equal(FakeGateway.Token, connect.GetProperty("auth").GetProperty("token").GetString());
        Assert.Equal("operator.read", connect.GetProperty("scopes")[0].GetString());
        Assert.False(connect.TryGetProperty("device", out _));
    }

    [Fact]
    public async Task A_port_nobody_listens_on_is_reported_as_unreachable_with_the_address()
    {
        var port = FreePort.Next();
        await using var client = new GatewayClient(new() { Url = new($"ws://127.0.0.1:{port}") });

        var error = await Assert.ThrowsAsync<GatewayConnectException>(() => client.ConnectAsync());

        Assert.Equal(GatewayConnectFailure.Unreachable, error.Failure);
        Assert.Contains($"ws://127.0.0.1:{port} (ECONNREFUSED)", error.Message, StringComparison.Ordinal);
        Assert.True(error.IsTransient);
    }

    [Theory]
    [InlineData(
        """{"code":"INVALID_REQUEST","message":"unauthorized: gateway token mismatch","details":{"code":"AUTH_TOKEN_MISMATCH"}}""",
        GatewayConnectFailure.Unauthorized)]
    [InlineData(
        """{"code":"NOT_PAIRED","message":"device identity required","details":{"code":"DEVICE_IDENTITY_REQUIRED"}}""",
        GatewayConnectFailure.NotPaired)]
    [InlineData(
        """{"code":"INVALID_REQUEST","message":"protocol mismatch","details":{"code":"PROTOCOL_MISMATCH","expectedProtocol":5}}""",
        GatewayConnectFailure.ProtocolMismatch)]
    [InlineData("""{"code":"INVALID_REQUEST","message":"invalid role"}""", GatewayConnectFailure.Refused)]
    [InlineData("""{"code":17}""", GatewayConnectFailure.Unavailable)]
    public async Task A_refusal_is_told_apart_by_its_kind_and_keeps_the_words_of_the_gateway(string refusal, GatewayConnectFailure expected)
    {
        await using var gateway = await FakeGateway.StartAsync(peer => peer.RefuseAsync(refusal));
        await using var client = new GatewayClient(gateway.Options);

        var error = await Assert.ThrowsAsync<GatewayConnectException>(() => client.ConnectAsync());

        Assert.Equal(expected, error.Failure);
        Assert.Contains(error.Error!.Message, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(FakeGateway.Token, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gateway_that_is_starting_is_asked_again()
    {
        await using var gateway = await FakeGateway.StartAsync(
            peer => peer.RefuseAsync("""{"code":"UNAVAILABLE","message":"gateway starting","retryable":true,"retryAfterMs":1}"""),
            async peer =>
            {
                await peer.AcceptAsync();
                await peer.WaitForCloseAsync();
            });
        await using var client = new GatewayClient(gateway.Options);

        Assert.Equal("hello-ok", (await client.ConnectAsync()).Type);
    }

    [Fact]
    public async Task A_peer_that_never_challenges_runs_into_the_timeout()
    {
        var time = new ManualClock();
        await using var gateway = await FakeGateway.StartAsync(peer => peer.WaitForCloseAsync());
        await using var client = new GatewayClient(gateway.Options with { ConnectTimeout = TimeSpan.FromSeconds(15) }, time);

        var connecting = client.ConnectAsync();
        await time.WhenTimerDueWithin(TimeSpan.FromSeconds(15));
        time.Advance(TimeSpan.FromSeconds(15));

        var error = await Assert.ThrowsAsync<GatewayConnectException>(() => connecting);
        Assert.Equal(GatewayConnectFailure.TimedOut, error.Failure);
        Assert.Contains("15000 ms", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_refuses_the_upgrade_is_named_with_its_status()
    {
        await using var gateway = await FakeGateway.StartAsync();
        await using var client = new GatewayClient(gateway.Options);

        var error = await Assert.ThrowsAsync<GatewayConnectException>(() => client.ConnectAsync());

        Assert.Equal(GatewayConnectFailure.NotAGateway, error.Failure);
        Assert.Contains("HTTP 403", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_close_during_the_handshake_is_reported_with_code_and_reason()
    {
        await using var gateway = await FakeGateway.StartAsync(async peer =>
        {
            await peer.ChallengeAsync();
            await peer.ReadAsync();
            await peer.CloseAsync(1008, "invalid request frame");
        });
        await using var client = new GatewayClient(gateway.Options);

        var error = await Assert.ThrowsAsync<GatewayConnectException>(() => client.ConnectAsync());

        Assert.Contains("1008 invalid request frame", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_refused_first_attempt_the_same_client_can_try_again()
    {
        await using var gateway = await FakeGateway.StartAsync(
            peer => peer.RefuseAsync("""{"code":"INVALID_REQUEST","message":"invalid role"}"""),
            async peer =>
            {
                await peer.AcceptAsync();
                await peer.WaitForCloseAsync();
            });
        await using var client = new GatewayClient(gateway.Options);

        await Assert.ThrowsAsync<GatewayConnectException>(() => client.ConnectAsync());

        Assert.Equal(4, (await client.ConnectAsync()).Protocol);
        await Assert.ThrowsAsync<InvalidOperationException>(() => client.ConnectAsync());
    }

    [Fact]
    public void Credentials_do_not_show_when_options_are_printed() =>
        Assert.DoesNotContain("hidden", new GatewayClientOptions { Url = new("ws://a:hidden@b"), Token = "hidden" }.ToString(), StringComparison.Ordinal);

    [Fact]
    public void An_address_of_another_scheme_is_refused_at_once() =>
        Assert.Throws<ArgumentException>(() => new GatewayClient(new() { Url = new("http://127.0.0.1:1") }));
}
