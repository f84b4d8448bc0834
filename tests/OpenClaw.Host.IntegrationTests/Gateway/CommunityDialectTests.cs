using System.Text.Json;
using OpenClaw.Host.Events;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Events;

namespace OpenClaw.Host.IntegrationTests.Gateway;

/// <summary>Clients written after community documents, beside which the recorded gateways know nothing.</summary>
public sealed class CommunityDialectTests
{
    private const string Connect =
        $$$"""{"type":"req","id":"connect","params":{"deviceId":"client-uuid","role":"client","auth":{"token":"{{{TestGateway.Token}}}"},"features":["chat"],"version":"1.0.0"}}""";

    [Fact]
    public async Task A_connect_without_method_and_version_is_one_of_protocol_3()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await gateway.OpenAsync();
        await client.SendAsync(Connect);

        var hello = (await client.ReceiveAnswerAsync("connect")).GetProperty("payload");

        Assert.Equal("hello-ok", hello.GetProperty("type").GetString());
        Assert.Equal(3, hello.GetProperty("protocol").GetInt32());
    }

    [Fact]
    public async Task A_token_alone_is_enough_of_a_connect()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await gateway.OpenAsync();
        await client.SendAsync($$"""{"type":"req","id":"c1","method":"connect","params":{"auth":{"token":"{{TestGateway.Token}}"} } }""");
        Assert.True((await client.ReceiveAnswerAsync("c1")).GetProperty("ok").GetBoolean());
    }

    [Theory]
    [Trait("Threat", "AUTH-01")]
    [InlineData("""{"type":"req","id":"connect","params":{"role":"client","auth":{"token":"wrong"}}}""", "AUTH_TOKEN_MISMATCH")]
    [InlineData("""{"type":"req","id":"connect","params":{"role":"client","auth":{}}}""", "DEVICE_IDENTITY_REQUIRED")]
    [InlineData("""{"type":"req","id":"connect","params":{"role":"node","auth":{"token":"fake-gateway-token-0123456789abcdef"}}}""", "DEVICE_IDENTITY_REQUIRED")]
    public async Task The_form_opens_no_door_that_was_shut(string connect, string code)
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await gateway.OpenAsync();
        await client.SendAsync(connect);
        var error = (await client.ReceiveAnswerAsync("connect")).GetProperty("error");
        Assert.Equal(code, error.GetProperty("details").GetProperty("code").GetString());
        Assert.Equal(1008, (await client.ReceiveEndAsync()).CloseCode);
    }

    [Fact]
    public async Task A_beat_is_answered_before_and_after_the_handshake()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await gateway.OpenAsync();
        await client.SendAsync("""{"type":"ping","timestamp":1234567890}""");
        Assert.Equal("""{"type":"pong","timestamp":1234567890}""", (await client.ReceiveFrameAsync()).GetRawText());

        await client.SendAsync(Connect);
        await client.ReceiveAnswerAsync("connect");
        await client.SendAsync("""{"type":"ping","timestamp":2}""");
        Assert.Equal("""{"type":"pong","timestamp":2}""", (await NextAsync(client, "pong")).GetRawText());
    }

    [Fact]
    public async Task A_request_may_be_named_by_its_id()
    {
        await using var gateway = await TestGateway.StartAsync();
        var (client, _) = await gateway.ConnectAsync();
        await using var closing = client;
        await client.SendAsync(""" {"type":"req","id":"health","params":{}}""");
        Assert.True((await client.ReceiveAnswerAsync("health")).GetProperty("ok").GetBoolean());
    }

    [Fact]
    public async Task Beats_alone_do_not_keep_a_stranger_in()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await gateway.OpenAsync();
        for (var i = 0; i < 9; i++)
            await client.SendAsync("""{"type":"ping"}""");
        Assert.Equal((1008, "invalid request frame"), await EndAfterAsync(client));
    }

    [Fact]
    public async Task Steps_of_a_run_come_under_their_older_names_to_those_who_asked()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await gateway.OpenAsync();
        await client.SendAsync(Connect.Replace("\"version\"", "\"subscribe\":[\"agent.delta\",\"agent.done\"],\"version\"", StringComparison.Ordinal));
        await client.ReceiveAnswerAsync("connect");

        Publish(gateway, "assistant", """{"text":"Hello","delta":"lo","itemId":"i"}""");
        Publish(gateway, "lifecycle", """{"phase":"end","aborted":false,"stopReason":"stop"}""");

        var delta = (await client.ReceiveEventAsync("agent.delta")).GetProperty("payload");
        Assert.Equal(("run-1", "lo"), (delta.GetProperty("runId").GetString(), delta.GetProperty("delta").GetString()));
        var done = (await client.ReceiveEventAsync("agent.done")).GetProperty("payload");
        Assert.Equal("end", done.GetProperty("phase").GetString());
        Assert.DoesNotContain(client.PassedOver, static frame => frame.TryGetProperty("event", out var name) && name.ValueEquals("agent"));
    }

    private static void Publish(TestGateway gateway, string stream, string data) => gateway.Events.Publish(GatewayEvent.Create(
        EventNames.Agent,
        new AgentEvent { RunId = "run-1", Stream = stream, Data = JsonElement.Parse(data), Seq = 1, Ts = 1, SessionKey = "agent:main:main" },
        ProtocolJsonContext.Default.AgentEvent));

    private static async Task<JsonElement> NextAsync(FrameClient client, string type)
    {
        while (true)
        {
            var frame = await client.ReceiveFrameAsync();
            if (frame.GetProperty("type").ValueEquals(type))
                return frame;
        }
    }

    [Theory]
    [Trait("Threat", "WS-20")]
    [InlineData("5")]
    [InlineData("{}")]
    [InlineData("[\"ping\"]")]
    [InlineData("true")]
    [InlineData("null")]
    public async Task A_type_that_is_no_text_is_an_invalid_frame_and_no_beat(string type)
    {
        await using var gateway = await TestGateway.StartAsync();
        var (client, _) = await gateway.ConnectAsync();
        await using var closing = client;
        await client.SendAsync($$"""{"type":{{type}},"id":"1"}""");
        Assert.False((await client.ReceiveAnswerAsync("1")).GetProperty("ok").GetBoolean());
        await FrameTests.AssertAliveAsync(client);

        await using var stranger = await gateway.OpenAsync();
        await stranger.SendAsync($$"""{"type":{{type}}}""");
        Assert.Equal(1008, (await stranger.ReceiveEndAsync()).CloseCode);
    }

    private static async Task<(int? Code, string? Reason)> EndAfterAsync(FrameClient client)
    {
        while (true)
        {
            var message = await client.ReceiveAsync();
            if (message.CloseCode is not null)
                return (message.CloseCode, message.CloseReason);
        }
    }
}
