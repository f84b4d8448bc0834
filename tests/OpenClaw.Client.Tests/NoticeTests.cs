using OpenClaw.Client.Notices;

namespace OpenClaw.Client.Tests;

public sealed class NoticeTests
{
    [Fact]
    public async Task Events_arrive_in_order_and_a_gap_is_reported_before_the_event_behind_it()
    {
        await using var gateway = await FakeGateway.StartAsync(async peer =>
        {
            await peer.AcceptAsync();
            await peer.ReadAsync();
            await peer.EventAsync("a", 1, """{"x":1}""");
            await peer.SendAsync("""{"type":"event","event":"to-you-alone"}""");
            await peer.EventAsync("b", 4);
            await peer.SendAsync("neither json nor anything");
            await peer.SendAsync("""{"type":"event","event":"c","seq":5,"stateVersion":{"presence":2,"health":3}}""");
            await peer.WaitForCloseAsync();
        });
        await using var client = new GatewayClient(gateway.Options);
        await client.ConnectAsync();
        using var subscription = client.Subscribe();
        var request = client.RequestAsync("start");

        var notices = await TakeAsync(subscription, 5);

        Assert.Equal(1, Assert.IsType<GatewayEvent>(notices[0]).Payload.GetProperty("x").GetInt32());
        Assert.Null(Assert.IsType<GatewayEvent>(notices[1]).Seq);
        Assert.Equal(new SequenceGap(2, 4), notices[2]);
        Assert.Equal("b", Assert.IsType<GatewayEvent>(notices[3]).Name);
        Assert.Equal(3, Assert.IsType<GatewayEvent>(notices[4]).StateVersion!.Value.Health);
        await client.DisposeAsync();
        await Assert.ThrowsAsync<GatewayDisconnectedException>(() => request);
    }

    [Fact]
    public async Task A_reader_that_falls_behind_loses_the_oldest_and_holds_nobody_up()
    {
        await using var gateway = await FakeGateway.StartAsync(async peer =>
        {
            await peer.AcceptAsync();
            for (var seq = 1; seq <= 10; seq++)
            {
                await peer.EventAsync("e", seq);
            }

            await peer.RespondAsync(await peer.ReadAsync(), "{}");
            await peer.WaitForCloseAsync();
        });
        await using var client = new GatewayClient(gateway.Options);
        using var subscription = client.Subscribe(capacity: 2);
        await client.ConnectAsync();

        await client.RequestAsync("health");

        Assert.Equal(8, subscription.Dropped);
        Assert.Equal([9L, 10L], (await TakeAsync(subscription, 2)).Cast<GatewayEvent>().Select(e => e.Seq!.Value));
    }

    [Fact]
    public async Task A_handler_gets_events_one_at_a_time_and_its_failure_is_seen_on_it()
    {
        await using var gateway = await FakeGateway.StartAsync(async peer =>
        {
            await peer.AcceptAsync();
            await peer.ReadAsync();
            await peer.EventAsync("one", 1);
            await peer.EventAsync("two", 2);
            await peer.WaitForCloseAsync();
        });
        await using var client = new GatewayClient(gateway.Options);
        await client.ConnectAsync();
        var seen = new List<string>();
        await using var handler = client.Subscribe((notice, _) =>
        {
            seen.Add(((GatewayEvent)notice).Name);
            return seen.Count == 2 ? throw new FormatException("enough") : ValueTask.CompletedTask;
        });

        var request = client.RequestAsync("start");

        await Assert.ThrowsAsync<FormatException>(() => handler.Completion.WaitAsync(TimeSpan.FromSeconds(10)));
        Assert.Equal(["one", "two"], seen);
        await client.DisposeAsync();
        await Assert.ThrowsAsync<GatewayDisconnectedException>(() => request);
    }

    [Fact]
    public async Task Subscriptions_end_with_the_client()
    {
        await using var gateway = await FakeGateway.StartAsync(async peer =>
        {
            await peer.AcceptAsync();
            await peer.WaitForCloseAsync();
        });
        var client = new GatewayClient(gateway.Options);
        using var subscription = client.Subscribe();
        await client.ConnectAsync();

        await client.DisposeAsync();

        Assert.Empty(await TakeAsync(subscription, 1));
        Assert.Empty(await TakeAsync(client.Subscribe(), 1));
    }

    internal static async Task<List<GatewayNotice>> TakeAsync(GatewaySubscription subscription, int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        var notices = new List<GatewayNotice>();
        await foreach (var notice in subscription.WithCancellation(patience.Token))
        {
            notices.Add(notice);
            if (notices.Count == count)
            {
                break;
            }
        }

        return notices;
    }
}
