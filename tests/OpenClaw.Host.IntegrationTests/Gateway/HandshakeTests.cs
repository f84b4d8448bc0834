using System.Text;

namespace OpenClaw.Host.IntegrationTests.Gateway;

/// <summary>The first frame on a socket, against the recorded refusals of the reference.</summary>
public sealed class HandshakeTests
{
    private const string BadHandshake = "invalid handshake: first request must be connect";

    [Theory]
    [Trait("Threat", "WS-01")]
    [Trait("Threat", "WS-02")]
    [Trait("Threat", "WS-03")]
    [InlineData("""{"type":"req","id":""", 1000, "")]
    [InlineData("hello", 1000, "")]
    [InlineData("42", 1008, "invalid request frame")]
    [InlineData("[]", 1008, "invalid request frame")]
    [InlineData("""{"type":"hello","foo":1}""", 1008, "invalid request frame")]
    [InlineData("""{"type":"beat","timestamp":1234567890}""", 1008, "invalid request frame")]
    [InlineData("""{"type":"req","id":"health","params":{}}""", 1008, "invalid request frame")]
    [InlineData("""{"type":"req","id":7,"method":"connect"}""", 1008, "invalid request frame")]
    [InlineData("""{"type":"req","id":"1","method":"connect","method":"health"}""", 1008, "invalid request frame")]
    public async Task A_first_frame_that_is_no_request_closes_without_an_answer(string frame, int code, string reason)
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await gateway.OpenAsync();
        await client.SendAsync(frame);
        var end = await client.ReceiveAsync();
        Assert.Equal((code, reason), (end.CloseCode!.Value, end.CloseReason));
    }

    [Theory]
    [Trait("Threat", "WS-11")]
    [InlineData(FrameClient.Text)]
    [InlineData(FrameClient.Binary)]
    public async Task A_request_other_than_connect_is_answered_and_closed_in_text_and_in_binary(int opcode)
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await gateway.OpenAsync();
        await client.SendFrameAsync(opcode, Encoding.UTF8.GetBytes("""{"type":"req","id":"1","method":"health"}"""));
        await AssertRefusedAsync(client, "INVALID_REQUEST", BadHandshake, 1008, BadHandshake, id: "1");
    }

    [Theory]
    [Trait("Threat", "WS-28")]
    [InlineData(
        """{"maxProtocol":4,"client":{"id":"cli","version":"1.0.0","platform":"linux","mode":"cli"},"auth":{"token":"x"}}""",
        "invalid connect params: must have required property 'minProtocol'")]
    [InlineData(
        """{"minProtocol":4,"maxProtocol":4,"client":{"id":"my-custom-client","version":"1.0.0","platform":"linux","mode":"cli"},"bogus":true}""",
        "invalid connect params: at root: unexpected property 'bogus'; at /client/id: must be equal to one of the allowed values")]
    [InlineData(
        """{"minProtocol":4,"maxProtocol":4,"client":{"id":"cli","version":"1.0.0","platform":"linux","mode":"cli"},"device":{"id":"d","publicKey":"k","signature":"s","signedAt":1}}""",
        "invalid connect params: at /device: must have required property 'nonce'")]
    public async Task Invalid_connect_params_are_answered_in_the_words_of_the_reference(string parameters, string message)
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await gateway.OpenAsync();
        await client.SendAsync($$"""{"type":"req","id":"connect-1","method":"connect","params":{{parameters}}}""");
        await AssertRefusedAsync(client, "INVALID_REQUEST", message, 1008, message.Length <= 120 ? message : null);
    }

    [Fact]
    public async Task An_unknown_role_is_refused()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await gateway.OpenAsync();
        await client.SendAsync(Connects.Request(Connects.TokenAuth, role: "client"));
        await AssertRefusedAsync(client, "INVALID_REQUEST", "invalid role", 1008, "invalid role");
    }

    [Theory]
    [Trait("Threat", "WS-27")]
    [InlineData(5, 5)]
    [InlineData(1, 2)]
    [InlineData(4, 3)]
    [InlineData(2_000_000_000, 2_000_000_000)]
    public async Task A_version_range_without_ours_is_a_protocol_mismatch(int min, int max)
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await gateway.OpenAsync();
        await client.SendAsync(Connects.Request(Connects.TokenAuth, min: min, max: max));
        var answer = await AssertRefusedAsync(client, "INVALID_REQUEST", "protocol mismatch", 1002, "protocol mismatch");
        var details = answer.GetProperty("error").GetProperty("details");
        Assert.Equal("PROTOCOL_MISMATCH", details.GetProperty("code").GetString());
        Assert.Equal((min, max), (details.GetProperty("clientMinProtocol").GetInt32(), details.GetProperty("clientMaxProtocol").GetInt32()));
        Assert.Equal((4, 3), (details.GetProperty("expectedProtocol").GetInt32(), details.GetProperty("minimumProbeProtocol").GetInt32()));
    }

    [Theory]
    [InlineData(3, 3, 3)]
    [InlineData(3, 4, 4)]
    [InlineData(4, 9, 4)]
    public async Task The_highest_common_version_is_spoken(int min, int max, int expected)
    {
        await using var gateway = await TestGateway.StartAsync();
        var (client, hello) = await gateway.ConnectAsync(Connects.Request(Connects.TokenAuth, min: min, max: max));
        await using var closing = client;
        Assert.Equal(expected, hello.GetProperty("protocol").GetInt32());
    }

    [Theory]
    [Trait("Threat", "WS-04")]
    [InlineData(0, 1008)]
    [InlineData(1, 1009)]
    public async Task A_first_frame_of_exactly_64_KiB_is_read_and_one_byte_more_is_not(int beyond, int code)
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await gateway.OpenAsync();
        await client.SendAsync(Padded(65_536 + beyond));
        if (beyond == 0)
        {
            var answer = await client.ReceiveFrameAsync();
            Assert.Equal(
                "invalid connect params: must have required property 'minProtocol'; at root: unexpected property 'pad'",
                answer.GetProperty("error").GetProperty("message").GetString());
        }

        var end = await client.ReceiveAsync();
        Assert.Equal(code, end.CloseCode);
        if (beyond > 0)
        {
            Assert.Equal("", end.CloseReason);
        }
    }

    [Fact]
    [Trait("Threat", "WS-05")]
    public async Task The_limit_counts_over_all_fragments()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await gateway.OpenAsync();
        var fragment = Encoding.ASCII.GetBytes(new string('x', 1_000));
        await client.SendFrameAsync(FrameClient.Text, fragment, final: false);
        for (var i = 0; i < 66; i++)
        {
            await client.SendFrameAsync(FrameClient.Continuation, fragment, final: false);
        }

        Assert.Equal(1009, (await client.ReceiveAsync()).CloseCode);
    }

    [Fact]
    [Trait("Threat", "WS-06")]
    public async Task Silence_after_the_upgrade_ends_at_the_handshake_deadline()
    {
        var time = new ManualClock();
        await using var gateway = await TestGateway.StartAsync(time: time);
        await using var client = await gateway.OpenAsync();
        time.Advance(TimeSpan.FromSeconds(14.9));
        time.Advance(TimeSpan.FromSeconds(0.1));
        var end = await client.ReceiveAsync();
        Assert.Equal((1000, ""), (end.CloseCode!.Value, end.CloseReason));
    }

    [Fact]
    [Trait("Threat", "WS-06")]
    public async Task A_message_that_never_ends_is_closed_at_the_handshake_deadline()
    {
        var time = new ManualClock();
        await using var gateway = await TestGateway.StartAsync(time: time);
        await using var client = await gateway.OpenAsync();
        await client.SendFrameAsync(FrameClient.Text, "{"u8.ToArray(), final: false);
        await client.SendFrameAsync(FrameClient.Continuation, " "u8.ToArray(), final: false);
        time.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal(1000, (await client.ReceiveAsync()).CloseCode);
    }

    [Fact]
    public async Task Frames_sent_before_hello_are_served_after_it_in_order()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await gateway.OpenAsync();
        await client.SendAsync(Connects.Request(Connects.TokenAuth));
        for (var i = 0; i < 15; i++)
        {
            await client.SendAsync($$"""{"type":"req","id":"early-{{i}}","method":"system-presence"}""");
        }

        Assert.Equal("hello-ok", (await client.ReceiveFrameAsync()).GetProperty("payload").GetProperty("type").GetString());
        for (var i = 0; i < 15; i++)
        {
            Assert.True((await client.ReceiveAnswerAsync($"early-{i}")).GetProperty("ok").GetBoolean());
        }
    }

    [Fact]
    [Trait("Threat", "WS-33")]
    public async Task A_connect_during_start_is_told_to_retry()
    {
        await using var gateway = await TestGateway.StartAsync(ready: false);
        await using var client = await gateway.OpenAsync();
        await client.SendAsync(Connects.Request(Connects.TokenAuth));
        var answer = await AssertRefusedAsync(client, "UNAVAILABLE", "gateway starting; retry shortly", 1013, "gateway starting");
        var error = answer.GetProperty("error");
        Assert.True(error.GetProperty("retryable").GetBoolean());
        Assert.Equal(500, error.GetProperty("retryAfterMs").GetInt32());
        Assert.Equal("startup-sidecars", error.GetProperty("details").GetProperty("reason").GetString());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/ws?token=ignored")]
    [InlineData("/any/path/at/all")]
    public async Task Any_path_takes_the_upgrade_and_agrees_to_nothing_offered(string path)
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await FrameClient.OpenAsync(
            gateway.Port, path, "127.0.0.1", "Sec-WebSocket-Protocol: openclaw", "Sec-WebSocket-Extensions: permessage-deflate");
        Assert.Equal(101, client.Status);
        Assert.DoesNotContain("Sec-WebSocket-Protocol", client.Headers.Keys);
        Assert.DoesNotContain("Sec-WebSocket-Extensions", client.Headers.Keys);
    }

    [Fact]
    [Trait("Threat", "HTTP-16")]
    public async Task The_33rd_silent_socket_of_one_address_gets_503_and_a_finished_one_makes_room()
    {
        await using var gateway = await TestGateway.StartAsync();
        var clients = new List<FrameClient>();
        for (var i = 0; i < 32; i++)
        {
            clients.Add(await gateway.OpenAsync());
        }

        await using (var refused = await FrameClient.OpenAsync(gateway.Port))
        {
            Assert.Equal(503, refused.Status);
        }

        await clients[0].SendAsync(Connects.Request(Connects.TokenAuth));
        await clients[0].ReceiveFrameAsync();
        await using (var accepted = await gateway.OpenAsync())
        {
        }

        foreach (var client in clients)
        {
            await client.DisposeAsync();
        }
    }

    [Fact]
    [Trait("Threat", "WS-15")]
    public async Task A_long_reason_is_cut_between_characters()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await gateway.OpenAsync();
        var name = string.Concat(Enumerable.Repeat("ö", 300));
        await client.SendAsync($$$"""{"type":"req","id":"1","method":"connect","params":{"{{{name}}}":1}}""");
        await client.ReceiveFrameAsync();
        var end = await client.ReceiveAsync();
        Assert.Equal(1008, end.CloseCode);
        Assert.InRange(Encoding.UTF8.GetByteCount(end.CloseReason!), 1, 123);
        Assert.DoesNotContain('\uFFFD', end.CloseReason!);
    }

    internal static async Task<System.Text.Json.JsonElement> AssertRefusedAsync(
        FrameClient client, string code, string message, int closeCode, string? closeReason, string id = "connect-1")
    {
        var answer = await client.ReceiveFrameAsync();
        Assert.Equal("res", answer.GetProperty("type").GetString());
        Assert.Equal(id, answer.GetProperty("id").GetString());
        Assert.False(answer.GetProperty("ok").GetBoolean());
        var error = answer.GetProperty("error");
        Assert.Equal((code, message), (error.GetProperty("code").GetString(), error.GetProperty("message").GetString()));
        var end = await client.ReceiveAsync();
        Assert.Equal(closeCode, end.CloseCode);
        if (closeReason is not null)
        {
            Assert.Equal(closeReason, end.CloseReason);
        }

        return answer;
    }

    private static string Padded(int length)
    {
        const string Head = """{"type":"req","id":"1","method":"connect","params":{"pad":" """;
        const string Tail = "\"}}";
        return Head.TrimEnd() + new string('x', length - Head.TrimEnd().Length - Tail.Length) + Tail;
    }
}
