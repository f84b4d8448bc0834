using System.Text.Json;
using OpenClaw.Host.Configuration.Model;
using OpenClaw.Host.Configuration.Model.Gateway;

namespace OpenClaw.Host.IntegrationTests.Gateway;

/// <summary>Who gets in with what, and in which words the others are refused.</summary>
public sealed class AuthenticationTests
{
    private const string Password = "fake-password-123";

    private static readonly GatewayConfig PasswordMode = TestGateway.DefaultConfig with
    {
        Auth = new GatewayAuthConfig { Mode = GatewayAuthMode.Password, Password = Secret.From(Password) },
    };

    private static readonly GatewayConfig NoAuth = TestGateway.DefaultConfig with { Auth = new GatewayAuthConfig { Mode = GatewayAuthMode.None } };

    private static readonly GatewayConfig Strict = TestGateway.DefaultConfig with
    {
        Auth = TestGateway.DefaultConfig.Auth with { RateLimit = new AuthRateLimitConfig { ExemptLoopback = false } },
    };

    [Fact]
    public async Task The_command_line_on_this_machine_keeps_the_scopes_it_asks_for()
    {
        await using var gateway = await TestGateway.StartAsync();
        var (client, hello) = await gateway.ConnectAsync();
        await using var closing = client;
        var auth = hello.GetProperty("auth");
        Assert.Equal("token", auth.GetProperty("method").GetString());
        Assert.Equal("operator", auth.GetProperty("role").GetString());
        Assert.Equal(
            ["operator.read", "operator.write", "operator.admin", "operator.approvals", "operator.pairing"],
            auth.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()));
    }

    [Fact]
    public async Task Scopes_nobody_knows_are_not_granted()
    {
        await using var gateway = await TestGateway.StartAsync();
        var (client, hello) = await gateway.ConnectAsync(Connects.Request(Connects.TokenAuth, scopes: """["operator.read","operator.root"]"""));
        await using var closing = client;
        Assert.Equal("""["operator.read"]""", hello.GetProperty("auth").GetProperty("scopes").ToString());
    }

    [Theory]
    [Trait("Threat", "AUTH-20")]
    [InlineData("test", "test")]
    [InlineData("openclaw-probe", "probe")]
    [InlineData("gateway-client", "ui")]
    public async Task Any_other_client_with_the_secret_gets_in_without_scopes(string id, string mode)
    {
        await using var gateway = await TestGateway.StartAsync();
        var (client, hello) = await gateway.ConnectAsync(Connects.Request(Connects.TokenAuth, id, mode));
        await using var closing = client;
        Assert.Empty(hello.GetProperty("auth").GetProperty("scopes").EnumerateArray());
        Assert.Empty(hello.GetProperty("snapshot").GetProperty("presence").EnumerateArray());
        Assert.False(hello.GetProperty("snapshot").TryGetProperty("configPath", out _));
        await client.SendAsync("""{"type":"req","id":"r1","method":"health","params":{}}""");
        Assert.True((await client.ReceiveAnswerAsync("r1")).GetProperty("ok").GetBoolean());
    }

    [Theory]
    [InlineData("gateway-client", "backend", """["operator.read","operator.write"]""")]
    [InlineData("cli", "cli", "[]")]
    public async Task Trusted_local_programs_get_exactly_what_they_ask_for(string id, string mode, string scopes)
    {
        await using var gateway = await TestGateway.StartAsync();
        var (client, hello) = await gateway.ConnectAsync(Connects.Request(Connects.TokenAuth, id, mode, scopes: scopes));
        await using var closing = client;
        Assert.Equal(scopes, hello.GetProperty("auth").GetProperty("scopes").ToString());
    }

    [Theory]
    [Trait("Threat", "AUTH-01")]
    [InlineData(null, "NOT_PAIRED", "device identity required", "DEVICE_IDENTITY_REQUIRED", null)]
    [InlineData(
        """{"token":"wrong-token"}""", "INVALID_REQUEST",
        "unauthorized: gateway token mismatch (use this gateway's gateway.auth.token or pair the device)", "AUTH_TOKEN_MISMATCH",
        "update_auth_credentials")]
    [InlineData(
        """{"password":"nope"}""", "INVALID_REQUEST",
        "unauthorized: gateway token mismatch (use this gateway's gateway.auth.token or pair the device)", "AUTH_TOKEN_MISMATCH",
        "update_auth_credentials")]
    public async Task Refusals_in_token_mode_are_those_of_the_reference(
        string? auth, string code, string message, string detail, string? nextStep)
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await gateway.OpenAsync();
        await client.SendAsync(Connects.Request(auth));
        var answer = await HandshakeTests.AssertRefusedAsync(client, code, message, 1008, message);
        var details = answer.GetProperty("error").GetProperty("details");
        Assert.Equal(detail, details.GetProperty("code").GetString());
        if (nextStep is not null)
        {
            Assert.Equal(nextStep, details.GetProperty("recommendedNextStep").GetString());
            Assert.False(details.GetProperty("canRetryWithDeviceToken").GetBoolean());
        }
    }

    [Theory]
    [InlineData("""{"password":"fake-password-123"}""")]
    [InlineData("""{"token":"fake-password-123"}""")]
    [InlineData("""{"token":"something else","password":"fake-password-123"}""")]
    public async Task The_password_may_come_in_either_field_and_its_own_field_wins(string auth)
    {
        await using var gateway = await TestGateway.StartAsync(PasswordMode);
        var (client, hello) = await gateway.ConnectAsync(Connects.Request(auth));
        await using var closing = client;
        Assert.Equal("password", hello.GetProperty("auth").GetProperty("method").GetString());
    }

    [Fact]
    public async Task A_wrong_password_is_refused_as_by_the_reference()
    {
        const string Message = "unauthorized: gateway password mismatch (use this gateway's gateway.auth.password)";
        await using var gateway = await TestGateway.StartAsync(PasswordMode);
        await using var client = await gateway.OpenAsync();
        await client.SendAsync(Connects.Request("""{"password":"nope"}"""));
        var answer = await HandshakeTests.AssertRefusedAsync(client, "INVALID_REQUEST", Message, 1008, Message);
        Assert.Equal("AUTH_PASSWORD_MISMATCH", answer.GetProperty("error").GetProperty("details").GetProperty("code").GetString());
    }

    [Fact]
    [Trait("Threat", "AUTH-03")]
    public async Task Without_a_configured_token_nobody_gets_in()
    {
        await using var gateway = await TestGateway.StartAsync(TestGateway.DefaultConfig with { Auth = new GatewayAuthConfig() });
        await using var client = await gateway.OpenAsync();
        await client.SendAsync(Connects.Request("""{"token":"undefined"}"""));
        var error = (await client.ReceiveFrameAsync()).GetProperty("error");
        Assert.Equal("AUTH_TOKEN_NOT_CONFIGURED", error.GetProperty("details").GetProperty("code").GetString());
    }

    [Fact]
    public async Task Mode_none_lets_in_the_local_backend_and_nobody_else_without_a_proven_device()
    {
        await using var gateway = await TestGateway.StartAsync(NoAuth);
        var (backend, hello) = await gateway.ConnectAsync(Connects.Request(null, "gateway-client", "backend"));
        await using var closing = backend;
        Assert.Equal("none", hello.GetProperty("auth").GetProperty("method").GetString());
        Assert.Equal(5, hello.GetProperty("auth").GetProperty("scopes").GetArrayLength());

        await using var commandLine = await gateway.OpenAsync();
        await commandLine.SendAsync(Connects.Request(null));
        await HandshakeTests.AssertRefusedAsync(commandLine, "NOT_PAIRED", "device identity required", 1008, "device identity required");
    }

    [Fact]
    public async Task A_node_without_a_device_is_refused_even_with_the_token()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await gateway.OpenAsync();
        await client.SendAsync(Connects.Request(Connects.TokenAuth, "node-host", "node", scopes: "[]", role: "node"));
        await HandshakeTests.AssertRefusedAsync(client, "NOT_PAIRED", "device identity required", 1008, "device identity required");
    }

    [Theory]
    [Trait("Threat", "HTTP-19")]
    [Trait("Threat", "WS-29")]
    [InlineData(null, "openclaw-control-ui", "origin missing or invalid")]
    [InlineData("https://evil.example", "openclaw-control-ui", "origin not allowed")]
    [InlineData("https://evil.example", "cli", "origin not allowed")]
    [InlineData("null", "cli", "origin missing or invalid")]
    [InlineData("http://user@127.0.0.1", "cli", "origin missing or invalid")]
    [InlineData("http://127.0.0.1.evil.example", "cli", "origin not allowed")]
    public async Task Pages_of_strangers_are_refused_whatever_they_call_themselves(string? origin, string clientId, string reason)
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await gateway.OpenAsync(headers: origin is null ? [] : [$"Origin: {origin}"]);
        await client.SendAsync(Connects.Request(Connects.TokenAuth, clientId, clientId == "cli" ? "cli" : "webchat"));
        var answer = await HandshakeTests.AssertRefusedAsync(
            client, "INVALID_REQUEST",
            "origin not allowed (open the Control UI from the gateway host or allow it in gateway.controlUi.allowedOrigins)", 1008,
            "origin not allowed (open the Control UI from the gateway host or allow it in gateway.controlUi.allowedOrigins)");
        var details = answer.GetProperty("error").GetProperty("details");
        Assert.Equal("CONTROL_UI_ORIGIN_NOT_ALLOWED", details.GetProperty("code").GetString());
        Assert.Equal(reason, details.GetProperty("reason").GetString());
    }

    [Fact]
    [Trait("Threat", "WS-30")]
    public async Task A_page_on_another_port_of_this_machine_is_a_stranger_unless_it_is_configured()
    {
        await using var gateway = await TestGateway.StartAsync(TestGateway.DefaultConfig with
        {
            ControlUi = new ControlUiConfig { AllowedOrigins = ["http://localhost:5173"] },
        });
        await using var stranger = await gateway.OpenAsync(headers: "Origin: http://localhost:5174");
        await stranger.SendAsync(Connects.Request(Connects.TokenAuth));
        Assert.False((await stranger.ReceiveFrameAsync()).GetProperty("ok").GetBoolean());

        var (configured, hello) = await gateway.ConnectAsync(headers: "Origin: http://localhost:5173");
        await using var closing = configured;
        Assert.Empty(hello.GetProperty("auth").GetProperty("scopes").EnumerateArray());
    }

    [Fact]
    public async Task The_control_panel_of_this_gateway_has_to_prove_a_device()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await gateway.OpenAsync(headers: $"Origin: http://127.0.0.1:{gateway.Port}");
        await client.SendAsync(Connects.Request(Connects.TokenAuth, "openclaw-control-ui", "webchat"));
        var answer = await client.ReceiveFrameAsync();
        Assert.Equal(
            "CONTROL_UI_DEVICE_IDENTITY_REQUIRED",
            answer.GetProperty("error").GetProperty("details").GetProperty("code").GetString());
    }

    [Fact]
    [Trait("Threat", "AUTH-05")]
    public async Task Ten_wrong_tokens_lock_the_source_out_even_with_the_right_one_until_the_lockout_ends()
    {
        var time = new ManualClock();
        await using var gateway = await TestGateway.StartAsync(Strict, time: time);
        for (var i = 0; i < 10; i++)
        {
            var wrong = await TryAsync(gateway, $$"""{"token":"wrong-{{i}}"}""");
            Assert.Equal("AUTH_TOKEN_MISMATCH", wrong.GetProperty("error").GetProperty("details").GetProperty("code").GetString());
        }

        time.Advance(TimeSpan.FromMilliseconds(7));
        var error = (await TryAsync(gateway, Connects.TokenAuth)).GetProperty("error");
        Assert.Equal("unauthorized: too many failed authentication attempts (retry later)", error.GetProperty("message").GetString());
        Assert.True(error.GetProperty("retryable").GetBoolean());
        Assert.Equal(299_993, error.GetProperty("retryAfterMs").GetInt64());
        Assert.Equal("AUTH_RATE_LIMITED", error.GetProperty("details").GetProperty("code").GetString());
        Assert.Equal("wait_then_retry", error.GetProperty("details").GetProperty("recommendedNextStep").GetString());

        time.Advance(TimeSpan.FromMinutes(5));
        Assert.True((await TryAsync(gateway, Connects.TokenAuth)).GetProperty("ok").GetBoolean());
    }

    [Fact]
    public async Task Wrong_tokens_from_this_machine_are_answered_ever_more_slowly()
    {
        var time = new ManualClock();
        await using var gateway = await TestGateway.StartAsync(options: new() { CloseGrace = TimeSpan.FromSeconds(7) }, time: time);
        foreach (var delay in new[] { 250, 500, 1_000, 2_000, 4_000, 5_000, 5_000 })
        {
            await using var client = await gateway.OpenAsync();
            await client.SendAsync(Connects.Request("""{"token":"wrong"}"""));
            await time.WhenTimerDueIn(TimeSpan.FromMilliseconds(delay));
            var answer = client.ReceiveFrameAsync();
            time.Advance(TimeSpan.FromMilliseconds(delay - 1));
            Assert.False(answer.IsCompleted);
            time.Advance(TimeSpan.FromMilliseconds(1));
            Assert.False((await answer).GetProperty("ok").GetBoolean());
        }
    }

    [Theory]
    [Trait("Threat", "AUTH-11")]
    [InlineData("X-Forwarded-For: 203.0.113.9")]
    [InlineData("X-Forwarded-Proto: https")]
    [InlineData("X-Real-IP: 127.0.0.1")]
    [InlineData("Forwarded: for=203.0.113.9")]
    public async Task Forwarding_headers_from_a_peer_that_is_no_proxy_refuse_the_upgrade(string header)
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await FrameClient.OpenAsync(gateway.Port, "/", "127.0.0.1", header);
        Assert.Equal(403, client.Status);
        Assert.Equal(
            "proxy_attribution_required",
            JsonElement.Parse(client.Body).GetProperty("error").GetProperty("type").GetString());
    }

    [Fact]
    [Trait("Threat", "AUTH-12")]
    public async Task A_client_behind_a_configured_proxy_is_remote_and_keeps_no_scopes()
    {
        await using var gateway = await TestGateway.StartAsync(TestGateway.DefaultConfig with { TrustedProxies = ["127.0.0.0/8"] });
        var (client, hello) = await gateway.ConnectAsync(headers: "X-Forwarded-For: 127.0.0.1, 203.0.113.9");
        await using var closing = client;
        Assert.Empty(hello.GetProperty("auth").GetProperty("scopes").EnumerateArray());
    }

    private static async Task<JsonElement> TryAsync(TestGateway gateway, string auth)
    {
        await using var client = await gateway.OpenAsync();
        await client.SendAsync(Connects.Request(auth));
        return await client.ReceiveFrameAsync();
    }
}
