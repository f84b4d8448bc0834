using System.Text;

namespace OpenClaw.Host.IntegrationTests.Gateway;

/// <summary>Frames after hello, good and bad, down to the bytes.</summary>
public sealed class FrameTests
{
    [Theory]
    [InlineData(
        """{"type":"beat","timestamp":1234567890}""", "invalid",
        "must have required property 'id'; at root: unexpected property 'timestamp'; at /type: must be equal to constant")]
    [InlineData("""{"type":"req","id":"x2","params":{}}""", "x2", "must have required property 'method'")]
    [InlineData("""{"type":"req","method":"health"}""", "invalid", "must have required property 'id'")]
    [InlineData("""{"type":"req","id":"x1","method":"health","params":{},"extra":1}""", "x1", "at root: unexpected property 'extra'")]
    [InlineData(
        """{"type":"res","id":"x3","ok":true}""", "x3",
        "must have required property 'method'; at root: unexpected property 'ok'; at /type: must be equal to constant")]
    [Trait("Threat", "WS-03")]
    public async Task A_JSON_value_that_is_no_request_is_answered_with_what_is_wrong(string frame, string id, string violations)
    {
        await using var gateway = await TestGateway.StartAsync();
        var (client, _) = await gateway.ConnectAsync();
        await using var closing = client;
        await client.SendAsync(frame);
        var error = (await client.ReceiveAnswerAsync(id)).GetProperty("error");
        Assert.Equal("INVALID_REQUEST", error.GetProperty("code").GetString());
        Assert.Equal($"invalid request frame: {violations}", error.GetProperty("message").GetString());
        await AssertAliveAsync(client);
    }

    [Theory]
    [Trait("Threat", "WS-02")]
    [InlineData("{bad json")]
    [InlineData("")]
    [InlineData("""{"type":"req","id":"1","method":"health"} trailing""")]
    public async Task Text_that_is_not_JSON_is_ignored(string text)
    {
        await using var gateway = await TestGateway.StartAsync();
        var (client, _) = await gateway.ConnectAsync();
        await using var closing = client;
        await client.SendAsync(text);
        await AssertAliveAsync(client);
    }

    [Fact]
    [Trait("Threat", "WS-17")]
    public async Task A_hundred_thousand_brackets_hurt_nobody()
    {
        await using var gateway = await TestGateway.StartAsync();
        var (client, _) = await gateway.ConnectAsync();
        await using var closing = client;
        await client.SendAsync(new string('[', 100_000));
        await client.SendAsync($$"""{"type":"req","id":"deep","method":"health","params":{{new string('[', 65)}}{{new string(']', 65)}}}""");
        Assert.False((await client.ReceiveAnswerAsync("deep")).GetProperty("ok").GetBoolean());
        await AssertAliveAsync(client);
    }

    [Fact]
    [Trait("Threat", "WS-11")]
    public async Task Binary_messages_and_fragments_are_read_as_the_JSON_they_hold()
    {
        await using var gateway = await TestGateway.StartAsync();
        var (client, _) = await gateway.ConnectAsync();
        await using var closing = client;
        await client.SendFrameAsync(FrameClient.Binary, """{"type":"req","id":"b","method":"health"}"""u8.ToArray());
        Assert.True((await client.ReceiveAnswerAsync("b")).GetProperty("ok").GetBoolean());

        await client.SendFrameAsync(FrameClient.Text, """{"type":"req","id":"""u8.ToArray(), final: false);
        await client.SendFrameAsync(FrameClient.Ping, "between"u8.ToArray());
        await client.SendFrameAsync(FrameClient.Continuation, """ "f","method":"health"}"""u8.ToArray());
        Assert.True((await client.ReceiveAnswerAsync("f")).GetProperty("ok").GetBoolean());
    }

    [Fact]
    [Trait("Threat", "WS-04")]
    public async Task A_frame_of_exactly_the_limit_is_accepted_and_a_larger_one_closes()
    {
        const int Limit = 100_000;
        await using var gateway = await TestGateway.StartAsync(options: new() { MaxPayloadBytes = Limit });
        var (client, hello) = await gateway.ConnectAsync();
        await using var closing = client;
        Assert.Equal(Limit, hello.GetProperty("policy").GetProperty("maxPayload").GetInt32());
        await client.SendAsync(Padded(Limit));
        Assert.True((await client.ReceiveAnswerAsync("big")).GetProperty("ok").GetBoolean());
        await client.SendAsync(Padded(Limit + 1));
        var end = await client.ReceiveEndAsync();
        Assert.Equal((1009, ""), (end.CloseCode!.Value, end.CloseReason));
    }

    [Theory]
    [Trait("Threat", "WS-08")]
    [Trait("Threat", "WS-10")]
    [Trait("Threat", "WS-23")]
    [InlineData("unmasked")]
    [InlineData("reserved-bit")]
    [InlineData("compressed")]
    [InlineData("opcode")]
    [InlineData("long-control")]
    [InlineData("fragmented-control")]
    [InlineData("stray-continuation")]
    [InlineData("one-byte-close")]
    [InlineData("forbidden-close-code")]
    [InlineData("length-with-sign")]
    public async Task Broken_framing_ends_the_connection_with_1002_or_cuts_it(string fault)
    {
        await using var gateway = await TestGateway.StartAsync();
        var (client, _) = await gateway.ConnectAsync();
        await using var closing = client;
        var json = """{"type":"req","id":"1","method":"health"}"""u8.ToArray();
        await (fault switch
        {
            "unmasked" => client.SendFrameAsync(FrameClient.Text, json, masked: false),
            "reserved-bit" => client.SendFrameAsync(FrameClient.Text, json, reserved: 0x20),
            "compressed" => client.SendFrameAsync(FrameClient.Text, json, reserved: 0x40),
            "opcode" => client.SendFrameAsync(3, json),
            "long-control" => client.SendFrameAsync(FrameClient.Ping, new byte[126]),
            "fragmented-control" => client.SendFrameAsync(FrameClient.Ping, json, final: false),
            "stray-continuation" => client.SendFrameAsync(FrameClient.Continuation, json),
            "one-byte-close" => client.SendFrameAsync(FrameClient.CloseOpcode, new byte[1]),
            "forbidden-close-code" => client.CloseAsync(1006),
            _ => client.SendRawAsync(new byte[] { 0x81, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0 }),
        });
        var end = await client.ReceiveEndAsync();
        Assert.True(end.IsLost || end.CloseCode == 1002, end.ToString());
        Assert.Equal(0, await CountAfterAsync(gateway));
    }

    [Theory]
    [Trait("Threat", "WS-09")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Text_that_is_not_UTF8_closes_1007(bool split)
    {
        await using var gateway = await TestGateway.StartAsync();
        var (client, _) = await gateway.ConnectAsync();
        await using var closing = client;
        if (split)
        {
            await client.SendFrameAsync(FrameClient.Text, new byte[] { (byte)'"', 0xC3 }, final: false);
            await client.SendFrameAsync(FrameClient.Continuation, new byte[] { (byte)'x', (byte)'"' });
        }
        else
        {
            await client.SendFrameAsync(FrameClient.Text, new byte[] { (byte)'"', 0xFF, (byte)'"' });
        }

        var end = await client.ReceiveEndAsync();
        Assert.True(end.IsLost || end.CloseCode == 1007, end.ToString());
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(4000)]
    public async Task A_close_is_answered_with_its_own_code(int code)
    {
        await using var gateway = await TestGateway.StartAsync();
        var (client, _) = await gateway.ConnectAsync();
        await using var closing = client;
        await client.CloseAsync(code);
        Assert.Equal(code, (await client.ReceiveEndAsync()).CloseCode);
    }

    [Fact]
    public async Task A_close_without_a_code_is_answered_as_a_normal_one()
    {
        await using var gateway = await TestGateway.StartAsync();
        var (client, _) = await gateway.ConnectAsync();
        await using var closing = client;
        await client.SendFrameAsync(FrameClient.CloseOpcode, ReadOnlyMemory<byte>.Empty);
        Assert.Equal(1000, (await client.ReceiveEndAsync()).CloseCode);
    }

    [Fact]
    [Trait("Threat", "WS-12")]
    public async Task A_ping_flood_does_not_stop_the_answers()
    {
        await using var gateway = await TestGateway.StartAsync();
        var (client, _) = await gateway.ConnectAsync();
        await using var closing = client;
        for (var i = 0; i < 2_000; i++)
        {
            await client.SendFrameAsync(FrameClient.Ping, "flood"u8.ToArray());
        }

        await AssertAliveAsync(client);
    }

    internal static async Task AssertAliveAsync(FrameClient client)
    {
        await client.SendAsync("""{"type":"req","id":"alive","method":"health"}""");
        Assert.True((await client.ReceiveAnswerAsync("alive")).GetProperty("ok").GetBoolean());
    }

    private static async Task<int> CountAfterAsync(TestGateway gateway)
    {
        foreach (var connection in gateway.Connections.ToArray())
        {
            await connection.Ended.WaitAsync(TimeSpan.FromSeconds(20));
        }

        return gateway.Connections.Count;
    }

    private static string Padded(int length)
    {
        const string Head = """{"type":"req","id":"big","method":"health","params":{"pad":""" + "\"";
        const string Tail = "\"}}";
        return new StringBuilder(Head).Append('x', length - Head.Length - Tail.Length).Append(Tail).ToString();
    }
}
