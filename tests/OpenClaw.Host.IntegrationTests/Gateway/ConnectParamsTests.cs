using System.Text;

namespace OpenClaw.Host.IntegrationTests.Gateway;

/// <summary>Connect parameters where the two generations differ, and what is written large to do harm.</summary>
public sealed class ConnectParamsTests
{
    private const string NoNonce =
        ""","device":{"id":"f81bfe1eeca05dcbbf2e259eb5c2746491afa3656a1f89eaafbcef0180b1d108","publicKey":"RsaMP3-t5VS-TBFtwR04yZD0TWgRX603OUhEO0DnowY","signature":"AAAA","signedAt":1795255421558}""";

    [Theory]
    [Trait("Threat", "AUTH-16")]
    [InlineData(4, 4)]
    [InlineData(3, 4)]
    public async Task A_device_without_a_nonce_is_an_error_of_the_schema_where_protocol_4_is_spoken(int min, int max)
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await gateway.OpenAsync();
        await client.SendAsync(Connects.Request(Connects.TokenAuth, min: min, max: max, extra: NoNonce));
        const string Message = "invalid connect params: at /device: must have required property 'nonce'";
        await HandshakeTests.AssertRefusedAsync(client, "INVALID_REQUEST", Message, 1008, Message);
    }

    [Fact]
    public async Task The_third_generation_may_leave_the_nonce_out()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await gateway.OpenAsync();
        await client.SendAsync(Connects.Request("""{"token":"wrong"}""", min: 3, max: 3, extra: NoNonce));
        var answer = await client.ReceiveFrameAsync();
        // Its proof is looked at, which the fourth generation does not get to.
        Assert.Equal("DEVICE_AUTH_SIGNATURE_EXPIRED", answer.GetProperty("error").GetProperty("details").GetProperty("code").GetString());
    }

    [Theory]
    [Trait("Threat", "WS-28")]
    [Trait("Threat", "WS-18")]
    [InlineData("\"minProtocol\":4", "\"minProtocol\":4.5")]
    [InlineData("\"minProtocol\":4", "\"minProtocol\":\"4\"")]
    [InlineData("\"minProtocol\":4", "\"minProtocol\":9223372036854775808")]
    [InlineData("\"minProtocol\":4", "\"minProtocol\":1e400")]
    [InlineData("\"version\":\"1.0.0\"", "\"version\":\"\"")]
    [InlineData("\"version\":\"1.0.0\"", "\"version\":\"1\",\"version\":\"2\"")]
    [InlineData("\"mode\":\"cli\"", "\"mode\":\"operator\"")]
    [InlineData("\"mode\":\"cli\"", "\"mode\":\"cli\",\"timeZone\":\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"")]
    [InlineData("\"caps\":[]", "\"caps\":[\"\"]")]
    [InlineData("\"caps\":[]", "\"caps\":\"tool-events\"")]
    public async Task Parameters_outside_the_schema_are_refused_and_close(string part, string instead)
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await gateway.OpenAsync();
        var request = Connects.Request(Connects.TokenAuth);
        Assert.Contains(part, request, StringComparison.Ordinal);
        await client.SendAsync(request.Replace(part, instead, StringComparison.Ordinal));
        var message = await client.ReceiveAsync();
        if (message.Frame is { } answer)
        {
            Assert.StartsWith("invalid connect params: ", answer.GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
            message = await client.ReceiveAsync();
        }

        Assert.Equal(1008, message.CloseCode);
    }

    [Fact]
    [Trait("Threat", "WS-28")]
    public async Task What_a_client_says_of_itself_is_cut_before_everybody_is_told()
    {
        await using var gateway = await TestGateway.StartAsync();
        var (watcher, _) = await gateway.ConnectAsync();
        await using var closing = watcher;
        var name = string.Concat(Enumerable.Repeat("😀", 10_000));
        var (client, _) = await gateway.ConnectAsync(Connects.Request(Connects.TokenAuth, "test", "test")
            .Replace("\"version\":\"1.0.0\"", $"\"version\":\"1\\n2\",\"displayName\":\"{name}\"", StringComparison.Ordinal));
        await using var closingClient = client;
        var row = (await watcher.ReceiveEventAsync("presence")).GetProperty("payload").GetProperty("presence")[1];
        Assert.InRange(row.GetProperty("host").GetString()!.Length, 1, 64);
        Assert.Equal("1?2", row.GetProperty("version").GetString());
        Assert.DoesNotContain('\uFFFD', row.ToString());
        Assert.InRange(Encoding.UTF8.GetByteCount(row.ToString()), 1, 2_000);
    }
}
