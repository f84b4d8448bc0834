namespace OpenClaw.Host.IntegrationTests.Gateway;

/// <summary>What becomes of a request: authorization, errors, order, limits, its end.</summary>
public sealed class DispatchTests
{
    private static readonly string ReadOnly = Connects.Request(Connects.TokenAuth, scopes: """["operator.read"]""");
    private static readonly string NoScopes = Connects.Request(Connects.TokenAuth, scopes: "[]");

    [Fact]
    [Trait("Threat", "WS-22")]
    public async Task A_second_connect_is_refused_and_changes_nothing()
    {
        await using var gateway = await TestGateway.StartAsync();
        var (client, _) = await gateway.ConnectAsync(NoScopes);
        await using var closing = client;
        await client.SendAsync(Connects.Request(Connects.TokenAuth).Replace("connect-1", "c2", StringComparison.Ordinal));
        var error = (await client.ReceiveAnswerAsync("c2")).GetProperty("error");
        Assert.Equal("connect is only valid as the first request", error.GetProperty("message").GetString());
        Assert.Equal("FORBIDDEN", await ErrorCodeAsync(client, "status"));
    }

    [Fact]
    [Trait("Threat", "AUTH-23")]
    public async Task A_missing_scope_is_named()
    {
        await using var gateway = await TestGateway.StartAsync();
        var (client, _) = await gateway.ConnectAsync(NoScopes);
        await using var closing = client;
        await client.SendAsync("""{"type":"req","id":"r","method":"status","params":{}}""");
        var error = (await client.ReceiveAnswerAsync("r")).GetProperty("error");
        Assert.Equal("FORBIDDEN", error.GetProperty("code").GetString());
        Assert.Equal("missing scope: operator.read", error.GetProperty("message").GetString());
        Assert.Equal(
            """{"code":"MISSING_SCOPE","missingScope":"operator.read","requiredScopes":["operator.read"]}""",
            error.GetProperty("details").ToString());
    }

    [Theory]
    [Trait("Threat", "WS-21")]
    [InlineData("no.such.method")]
    [InlineData("__proto__")]
    [InlineData("constructor")]
    [InlineData("HEALTH")]
    public async Task An_unknown_method_is_unknown_to_administrators_and_forbidden_to_others(string method)
    {
        await using var gateway = await TestGateway.StartAsync();
        var (admin, _) = await gateway.ConnectAsync();
        await using var closing = admin;
        await admin.SendAsync($$"""{"type":"req","id":"r","method":"{{method}}"}""");
        var error = (await admin.ReceiveAnswerAsync("r")).GetProperty("error");
        Assert.Equal("INVALID_REQUEST", error.GetProperty("code").GetString());
        Assert.Equal($"unknown method: {method}", error.GetProperty("message").GetString());

        var (reader, _) = await gateway.ConnectAsync(ReadOnly);
        await using var closingReader = reader;
        await reader.SendAsync($$"""{"type":"req","id":"r","method":"{{method}}"}""");
        Assert.Equal(
            "missing scope: operator.admin",
            (await reader.ReceiveAnswerAsync("r")).GetProperty("error").GetProperty("message").GetString());
    }

    [Fact]
    [Trait("Threat", "AUTH-22")]
    public async Task Node_methods_refuse_operators_and_the_eleventh_refusal_in_a_row_closes()
    {
        await using var gateway = await TestGateway.StartAsync();
        var (client, _) = await gateway.ConnectAsync();
        await using var closing = client;
        for (var i = 0; i < 11; i++)
        {
            await client.SendAsync($$"""{"type":"req","id":"n{{i}}","method":"node.event"}""");
            var error = (await client.ReceiveAnswerAsync($"n{i}")).GetProperty("error");
            Assert.Equal("unauthorized role: operator", error.GetProperty("message").GetString());
        }

        var end = await client.ReceiveEndAsync();
        Assert.Equal((1008, "repeated unauthorized calls"), (end.CloseCode!.Value, end.CloseReason));
    }

    [Fact]
    [Trait("Threat", "HTTP-20")]
    public async Task A_failing_handler_tells_the_caller_nothing_of_our_insides()
    {
        await using var gateway = await TestGateway.StartAsync();
        var (client, _) = await gateway.ConnectAsync();
        await using var closing = client;
        await client.SendAsync($$"""{"type":"req","id":"r","method":"{{TestMethods.Failing}}"}""");
        var answer = await client.ReceiveAnswerAsync("r");
        Assert.Equal("UNAVAILABLE", answer.GetProperty("error").GetProperty("code").GetString());
        Assert.DoesNotContain("/home", answer.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", answer.ToString(), StringComparison.Ordinal);
        await FrameTests.AssertAliveAsync(client);
    }

    [Fact]
    public async Task A_named_user_profile_is_refused_by_a_gateway_without_profiles()
    {
        await using var gateway = await TestGateway.StartAsync();
        var (client, _) = await gateway.ConnectAsync();
        await using var closing = client;
        await client.SendAsync("""{"type":"req","id":"x4","method":"system-presence","expectedProfileId":"someone-else"}""");
        var error = (await client.ReceiveAnswerAsync("x4")).GetProperty("error");
        Assert.Equal("INVALID_REQUEST", error.GetProperty("code").GetString());
        Assert.Equal("""{"reason":"EXPECTED_PROFILE_MISMATCH","execution":"not_started"}""", error.GetProperty("details").ToString());
    }

    [Fact]
    [Trait("Threat", "WS-24")]
    public async Task A_trace_header_is_taken_along_and_a_malformed_one_ignored()
    {
        await using var gateway = await TestGateway.StartAsync();
        var (client, _) = await gateway.ConnectAsync();
        await using var closing = client;
        await client.SendAsync("""{"type":"req","id":"t1","method":"health","traceparent":"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"}""");
        Assert.True((await client.ReceiveAnswerAsync("t1")).GetProperty("ok").GetBoolean());
        await client.SendAsync("""{"type":"req","id":"t2","method":"health","traceparent":"nonsense"}""");
        Assert.True((await client.ReceiveAnswerAsync("t2")).GetProperty("ok").GetBoolean());
        await client.SendAsync($$"""{"type":"req","id":"t3","method":"health","traceparent":"{{new string('0', 129)}}"}""");
        Assert.False((await client.ReceiveAnswerAsync("t3")).GetProperty("ok").GetBoolean());
    }

    [Fact]
    [Trait("Threat", "WS-20")]
    public async Task The_same_id_twice_gets_two_answers()
    {
        await using var gateway = await TestGateway.StartAsync();
        var (client, _) = await gateway.ConnectAsync();
        await using var closing = client;
        await client.SendAsync("""{"type":"req","id":"dup","method":"health"}""");
        await client.SendAsync("""{"type":"req","id":"dup","method":"system-presence"}""");
        await client.ReceiveAnswerAsync("dup");
        await client.ReceiveAnswerAsync("dup");
    }

    [Fact]
    public async Task A_request_that_takes_long_does_not_hold_up_the_next()
    {
        await using var gateway = await TestGateway.StartAsync();
        var (client, _) = await gateway.ConnectAsync();
        await using var closing = client;
        await client.SendAsync($$"""{"type":"req","id":"slow","method":"{{TestMethods.Waiting}}"}""");
        await gateway.Methods.WhenEnteredAsync(1);
        await FrameTests.AssertAliveAsync(client);
        gateway.Methods.Release();
        Assert.True((await client.ReceiveAnswerAsync("slow")).GetProperty("ok").GetBoolean());
    }

    [Fact]
    [Trait("Threat", "WS-25")]
    public async Task Requests_beyond_those_that_may_wait_are_turned_away_as_retryable()
    {
        await using var gateway = await TestGateway.StartAsync(options: new() { MaxConcurrentRequests = 2, MaxQueuedRequests = 3 });
        var (client, _) = await gateway.ConnectAsync();
        await using var closing = client;
        for (var i = 0; i < 6; i++)
        {
            await client.SendAsync($$"""{"type":"req","id":"w{{i}}","method":"{{TestMethods.Waiting}}"}""");
        }

        var error = (await client.ReceiveAnswerAsync("w5")).GetProperty("error");
        Assert.Equal("UNAVAILABLE", error.GetProperty("code").GetString());
        Assert.True(error.GetProperty("retryable").GetBoolean());

        var (other, _) = await gateway.ConnectAsync();
        await using var closingOther = other;
        await FrameTests.AssertAliveAsync(other);

        gateway.Methods.Release();
        var answered = new HashSet<string>();
        while (answered.Count < 5)
        {
            var frame = await client.ReceiveFrameAsync();
            if (frame.GetProperty("type").GetString() == "res")
            {
                Assert.True(frame.GetProperty("ok").GetBoolean());
                answered.Add(frame.GetProperty("id").GetString()!);
            }
        }

        Assert.Equal(["w0", "w1", "w2", "w3", "w4"], answered.Order());
    }

    [Fact]
    public async Task Requests_of_a_connection_that_ends_are_cancelled_and_awaited()
    {
        await using var gateway = await TestGateway.StartAsync();
        var (client, _) = await gateway.ConnectAsync();
        await client.SendAsync($$"""{"type":"req","id":"slow","method":"{{TestMethods.Waiting}}"}""");
        await gateway.Methods.WhenEnteredAsync(1);
        var connection = Assert.Single(gateway.Connections.ToArray());
        await client.DisposeAsync();
        await connection.Ended.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.True(gateway.Methods.WasCancelled);
        Assert.Equal(0, gateway.Connections.Count);
    }

    private static async Task<string?> ErrorCodeAsync(FrameClient client, string method)
    {
        await client.SendAsync($$"""{"type":"req","id":"e","method":"{{method}}"}""");
        return (await client.ReceiveAnswerAsync("e")).GetProperty("error").GetProperty("code").GetString();
    }
}
