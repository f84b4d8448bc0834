namespace OpenClaw.Host.IntegrationTests.Gateway;

/// <summary>The content of <c>hello-ok</c> in both dialects.</summary>
public sealed class HelloTests
{
    [Fact]
    public async Task An_administrator_gets_the_full_snapshot()
    {
        await using var gateway = await TestGateway.StartAsync();
        var (client, hello) = await gateway.ConnectAsync();
        await using var closing = client;
        Assert.Equal(("hello-ok", 4), (hello.GetProperty("type").GetString(), hello.GetProperty("protocol").GetInt32()));
        var server = hello.GetProperty("server");
        Assert.True(Guid.TryParse(server.GetProperty("connId").GetString(), out _));
        Assert.True(Guid.TryParse(server.GetProperty("bootId").GetString(), out _));

        var methods = hello.GetProperty("features").GetProperty("methods").EnumerateArray().Select(name => name.GetString()).ToList();
        Assert.Contains("health", methods);
        Assert.Contains("status", methods);
        Assert.Contains("system-presence", methods);
        Assert.DoesNotContain("connect", methods);
        Assert.DoesNotContain("chat.send", methods);

        var snapshot = hello.GetProperty("snapshot");
        Assert.Equal("accepting", snapshot.GetProperty("suspension").GetProperty("phase").GetString());
        Assert.StartsWith("hmac-sha256:v1:", snapshot.GetProperty("appliedConfigHash").GetString(), StringComparison.Ordinal);
        Assert.Equal(Path.Combine(gateway.StateDirectory, "openclaw.json"), snapshot.GetProperty("configPath").GetString());
        Assert.Equal(gateway.StateDirectory, snapshot.GetProperty("stateDir").GetString());
        Assert.Equal("token", snapshot.GetProperty("authMode").GetString());
        var defaults = snapshot.GetProperty("sessionDefaults");
        Assert.Equal("agent:main:main", defaults.GetProperty("mainSessionKey").GetString());
        Assert.Equal("per-sender", defaults.GetProperty("scope").GetString());

        var policy = hello.GetProperty("policy");
        Assert.Equal(26_214_400, policy.GetProperty("maxPayload").GetInt32());
        Assert.Equal(52_428_800, policy.GetProperty("maxBufferedBytes").GetInt32());
        Assert.Equal(30_000, policy.GetProperty("tickIntervalMs").GetInt32());
        Assert.Equal(19_464_192, policy.GetProperty("attachments").GetProperty("maxBytes").GetInt32());
    }

    [Fact]
    public async Task The_third_generation_gets_its_own_form()
    {
        await using var gateway = await TestGateway.StartAsync();
        var (client, hello) = await gateway.ConnectAsync(Connects.Request(Connects.TokenAuth, min: 3, max: 3));
        await using var closing = client;
        Assert.Equal(3, hello.GetProperty("protocol").GetInt32());
        Assert.False(hello.TryGetProperty("auth", out _));
        Assert.Equal(Environment.MachineName, hello.GetProperty("server").GetProperty("host").GetString());
        Assert.False(hello.GetProperty("snapshot").TryGetProperty("appliedConfigHash", out _));
        Assert.DoesNotContain("sessions.changed", hello.GetProperty("features").GetProperty("events").ToString(), StringComparison.Ordinal);
        Assert.Equal("health", (await client.ReceiveEventAsync("health")).GetProperty("event").GetString());
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("[]", true)]
    [InlineData("""["operator.read"]""", false)]
    public async Task Local_clients_of_the_third_generation_are_administrators_unless_they_say_otherwise(string? scopes, bool admin)
    {
        await using var gateway = await TestGateway.StartAsync();
        var (client, hello) = await gateway.ConnectAsync(Connects.Request(Connects.TokenAuth, "test", "test", 3, 3, scopes));
        await using var closing = client;
        Assert.Equal(admin, hello.GetProperty("snapshot").TryGetProperty("configPath", out _));
    }

    [Fact]
    public async Task Forbidden_is_an_invalid_request_to_the_third_generation()
    {
        await using var gateway = await TestGateway.StartAsync();
        var (client, _) = await gateway.ConnectAsync(Connects.Request(Connects.TokenAuth, min: 3, max: 3, scopes: """["operator.read"]"""));
        await using var closing = client;
        foreach (var method in new[] { "config.set", TestMethods.Refusing })
        {
            await client.SendAsync($$"""{"type":"req","id":"{{method}}","method":"{{method}}"}""");
            var answer = await client.ReceiveAnswerAsync(method);
            Assert.Equal("INVALID_REQUEST", answer.GetProperty("error").GetProperty("code").GetString());
        }
    }

    [Fact]
    public async Task Status_and_presence_answer_with_their_records()
    {
        await using var gateway = await TestGateway.StartAsync();
        var (client, _) = await gateway.ConnectAsync();
        await using var closing = client;
        await client.SendAsync("""{"type":"req","id":"s","method":"status"}""");
        var status = (await client.ReceiveAnswerAsync("s")).GetProperty("payload");
        Assert.Equal("main", status.GetProperty("heartbeat").GetProperty("defaultAgentId").GetString());
        Assert.Equal(Environment.ProcessId, status.GetProperty("pid").GetInt32());
        await client.SendAsync("""{"type":"req","id":"p","method":"system-presence"}""");
        Assert.Equal("gateway", (await client.ReceiveAnswerAsync("p")).GetProperty("payload")[0].GetProperty("mode").GetString());
    }
}
