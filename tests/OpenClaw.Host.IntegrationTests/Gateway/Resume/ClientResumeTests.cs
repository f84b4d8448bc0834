using OpenClaw.Client;
using OpenClaw.Client.Notices;
using OpenClaw.Protocol;

namespace OpenClaw.Host.IntegrationTests.Gateway.Resume;

/// <summary>The .NET client on a wire that breaks.</summary>
public sealed class ClientResumeTests
{
    private const int Ahead = 100;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task With_cuts_anywhere_in_a_stream_nothing_is_lost_and_nothing_comes_twice(int seed)
    {
        const int Events = 1_500;
        var random = new Random(seed);
        var time = new ManualClock();
        await using var gateway = await TestGateway.StartAsync();
        await using var proxy = new CuttingProxy(gateway.Port, () => random.Next(200, 30_000));
        await using var client = new GatewayClient(Options(proxy.Url), time);
        using var notices = client.Subscribe(capacity: Events * 4);
        await ConnectAsync(client);

        var published = 0;
        var received = new List<string>();
        await foreach (var notice in notices)
        {
            Assert.IsNotType<ResumeGap>(notice);
            Assert.IsNotType<SequenceGap>(notice);
            if (notice is GatewayDisconnected)
            {
                Comeback(time, TimeSpan.FromSeconds(1));
            }
            else if (notice is ReconnectFailed failed)
            {
                Comeback(time, failed.RetryIn ?? throw failed.Cause);
            }
            else if (notice is GatewayEvent { Name: EventNames.Chat } chat)
            {
                received.Add(chat.Payload.GetProperty("mark").GetString()!);
            }

            // Also while there is no connection: what happens then is missed as well.
            while (published < Events && published < received.Count + Ahead)
            {
                EventTests.Publish(gateway, EventNames.Chat, $"{published++}");
            }

            if (received.Count >= Events)
            {
                break;
            }
        }

        Assert.Equal(Enumerable.Range(0, Events).Select(number => $"{number}"), received);
        Assert.InRange(proxy.Cuts, 5, int.MaxValue);
        Assert.Equal(0, notices.Dropped);
    }

    [Fact]
    public async Task Another_gateway_at_the_address_is_a_gap_that_the_caller_hears_of_after_the_connection()
    {
        var time = new ManualClock();
        await using var first = await TestGateway.StartAsync();
        await using var second = await TestGateway.StartAsync();
        var target = first.Port;
        await using var wire = new SwitchedWire(() => target);
        await using var client = new GatewayClient(Options(wire.Url), time);
        using var notices = client.Subscribe();
        await client.ConnectAsync();
        target = second.Port;
        wire.Cut();

        var seen = new List<GatewayNotice>();
        await foreach (var notice in notices)
        {
            if (notice is GatewayDisconnected)
            {
                Comeback(time, TimeSpan.FromSeconds(1));
            }

            if (notice is not GatewayEvent)
            {
                seen.Add(notice);
            }

            if (notice is ResumeGap or Resumed)
            {
                break;
            }
        }

        Assert.IsType<GatewayConnected>(seen[^2]);
        Assert.Equal(new ResumeGap("unknown-epoch"), seen[^1]);
    }

    private static GatewayClientOptions Options(Uri url) =>
        new() { Url = url, Token = TestGateway.Token, ConnectTimeout = TimeSpan.FromMinutes(10) };

    // The first connection is never retried by the client itself.
    private static async Task ConnectAsync(GatewayClient client)
    {
        while (true)
        {
            try
            {
                await client.ConnectAsync();
                return;
            }
            catch (GatewayConnectException exception) when (exception.IsTransient)
            {
                // Cut in its handshake.
            }
        }
    }

    private static void Comeback(ManualClock time, TimeSpan delay) =>
        _ = time.WhenTimerDueWithin(delay).ContinueWith(_ => time.Advance(delay), TaskScheduler.Default);
}
