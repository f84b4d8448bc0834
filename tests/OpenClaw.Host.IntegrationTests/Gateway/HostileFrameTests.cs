using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OpenClaw.Host.Gateway.Presence;
using OpenClaw.Protocol.Connect;

namespace OpenClaw.Host.IntegrationTests.Gateway;

/// <summary>Peers that mean harm, after and around the handshake.</summary>
public sealed class HostileFrameTests
{
    [Theory]
    [Trait("Threat", "WS-07")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_announced_length_of_63_bits_closes_at_once(bool authenticated)
    {
        await using var gateway = await TestGateway.StartAsync(time: new ManualClock());
        await using var client = authenticated ? (await gateway.ConnectAsync()).Client : await gateway.OpenAsync();
        await client.SendRawAsync(new byte[] { 0x81, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0, (byte)'{' });
        var end = await client.ReceiveEndAsync();
        Assert.Equal((1009, ""), (end.CloseCode!.Value, end.CloseReason));
    }

    [Fact]
    [Trait("Threat", "WS-04")]
    public async Task A_first_frame_that_announces_65537_bytes_is_refused_on_its_header()
    {
        await using var gateway = await TestGateway.StartAsync(time: new ManualClock());
        await using var client = await gateway.OpenAsync();
        await client.SendRawAsync(new byte[] { 0x81, 0xFF, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0 });
        var end = await client.ReceiveAsync();
        Assert.Equal((1009, ""), (end.CloseCode!.Value, end.CloseReason));
    }

    [Fact]
    [Trait("Threat", "WS-05")]
    public async Task Fragments_that_add_up_to_too_much_are_refused_before_the_last_one_arrives()
    {
        await using var gateway = await TestGateway.StartAsync(options: new() { MaxPayloadBytes = 1_000 });
        var (client, _) = await gateway.ConnectAsync();
        await using var closing = client;
        await client.SendFrameAsync(FrameClient.Text, new byte[900], final: false);
        await client.SendFrameAsync(FrameClient.Ping, new byte[125]);
        await client.SendRawAsync(new byte[] { 0x00, 0x80 | 101, 0, 0, 0, 0 });
        Assert.Equal(1009, (await client.ReceiveEndAsync()).CloseCode);
    }

    [Fact]
    [Trait("Threat", "WS-05")]
    public async Task Every_message_is_counted_afresh()
    {
        await using var gateway = await TestGateway.StartAsync(options: new() { MaxPayloadBytes = 1_000 });
        var (client, _) = await gateway.ConnectAsync();
        await using var closing = client;
        for (var i = 0; i < 5; i++)
        {
            await client.SendFrameAsync(FrameClient.Text, Encoding.ASCII.GetBytes(new string(' ', 500)), final: false);
            await client.SendFrameAsync(FrameClient.Continuation, Encoding.ASCII.GetBytes(new string(' ', 500)));
        }

        await FrameTests.AssertAliveAsync(client);
    }

    [Fact]
    [Trait("Threat", "WS-06")]
    public async Task Empty_fragments_without_end_cost_nothing_and_end_at_the_deadline()
    {
        var time = new ManualClock();
        await using var gateway = await TestGateway.StartAsync(time: time);
        await using var client = await gateway.OpenAsync();
        await client.SendFrameAsync(FrameClient.Text, ReadOnlyMemory<byte>.Empty, final: false);
        for (var i = 0; i < 1_000; i++)
        {
            await client.SendFrameAsync(FrameClient.Continuation, ReadOnlyMemory<byte>.Empty, final: false);
        }

        time.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal(1000, (await client.ReceiveEndAsync()).CloseCode);
    }

    [Fact]
    [Trait("Threat", "WS-12")]
    public async Task Pongs_nobody_asked_for_are_swallowed()
    {
        await using var gateway = await TestGateway.StartAsync();
        var (client, _) = await gateway.ConnectAsync();
        await using var closing = client;
        for (var i = 0; i < 2_000; i++)
        {
            await client.SendFrameAsync(FrameClient.Pong, "flood"u8.ToArray());
        }

        await FrameTests.AssertAliveAsync(client);
    }

    [Fact]
    [Trait("Threat", "WS-35")]
    public async Task Random_bytes_and_mutated_frames_hurt_nobody_else()
    {
        await using var gateway = await TestGateway.StartAsync(options: new() { CloseGrace = TimeSpan.FromMilliseconds(50) });
        var (witness, _) = await gateway.ConnectAsync();
        await using var closing = witness;
        var random = new Random(20_261);
        var real = Encoding.UTF8.GetBytes(Connects.Request(Connects.TokenAuth));
        for (var i = 0; i < 100; i++)
        {
            await using var client = await FrameClient.OpenAsync(gateway.Port);
            if (client.Status != 101)
            {
                // The ones before are still being let go.
                continue;
            }

            try
            {
                if (i % 2 == 0)
                {
                    var noise = new byte[random.Next(1, 4_000)];
                    random.NextBytes(noise);
                    await client.SendRawAsync(noise);
                }
                else
                {
                    var mutated = real.ToArray();
                    mutated[random.Next(mutated.Length)] = (byte)random.Next(256);
                    mutated[random.Next(mutated.Length)] ^= (byte)(1 << random.Next(8));
                    await client.SendFrameAsync(FrameClient.Text, mutated);
                }
            }
            catch (IOException)
            {
                // The gateway was quicker.
            }
        }

        await FrameTests.AssertAliveAsync(witness);
    }

    [Theory]
    [Trait("Threat", "WS-16")]
    [Trait("Threat", "WS-18")]
    [Trait("Threat", "WS-19")]
    [InlineData("""{"type":"req","id":"q","method":"health","method":"status"}""")]
    [InlineData("""{"type":"req","id":"q","method":"health","params":{"probe":true,"probe":false}}""")]
    [InlineData("""{"type":"req","id":"q","method":"health","params":{"probe":"true"}}""")]
    [InlineData("""{"type":"req","id":"q","method":"health","params":{"probe":1e400}}""")]
    [InlineData("""{"type":"req","id":"q","method":"health","params":{"x":"\ud800"}}""")]
    [InlineData("""{"type":"req","id":"q","method":"health","params":{"x":"\u0000"}}""")]
    public async Task Values_no_reader_would_agree_on_are_refused(string frame)
    {
        await using var gateway = await TestGateway.StartAsync();
        var (client, _) = await gateway.ConnectAsync();
        await using var closing = client;
        await client.SendAsync(frame);
        while (true)
        {
            var answer = await client.ReceiveFrameAsync();
            if (answer.GetProperty("type").GetString() == "res")
            {
                Assert.Equal("INVALID_REQUEST", answer.GetProperty("error").GetProperty("code").GetString());
                break;
            }
        }

        await FrameTests.AssertAliveAsync(client);
    }

    [Fact]
    public async Task A_presence_list_never_goes_out_under_the_version_of_a_newer_one()
    {
        await using var gateway = await TestGateway.StartAsync();
        var (watcher, _) = await gateway.ConnectAsync();
        await using var closing = watcher;
        var board = gateway.Services.GetRequiredService<PresenceBoard>();
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => board.Joined($"c{i}", Row(i)))));
        for (var rows = 1; rows <= 40;)
        {
            var presence = await watcher.ReceiveEventAsync("presence");
            var count = presence.GetProperty("payload").GetProperty("presence").GetArrayLength() - 1;
            Assert.True(count >= rows - 1, "A list shorter than the one before it went out after it.");
            rows = count == 40 ? 41 : Math.Max(rows, count);
        }
    }

    private static PresenceEntry Row(int number) => new() { Host = $"host-{number}", Mode = "test", Text = "", Ts = 0 };
}
