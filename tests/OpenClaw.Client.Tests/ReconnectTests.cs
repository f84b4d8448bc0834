using OpenClaw.Client.Notices;
using OpenClaw.Client.Transport;

namespace OpenClaw.Client.Tests;

public sealed class ReconnectTests
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task After_a_restart_of_the_gateway_the_client_comes_back_by_itself()
    {
        var time = new ManualClock();
        await using var gateway = await FakeGateway.StartAsync(
            async peer =>
            {
                await peer.AcceptAsync();
                await peer.CloseAsync(1012, "service restart");
            },
            async peer =>
            {
                await peer.AcceptAsync();
                await peer.RespondAsync(await peer.ReadAsync(), """{"again":true}""");
                await peer.WaitForCloseAsync();
            });
        await using var client = new GatewayClient(gateway.Options, time);
        using var subscription = client.Subscribe();
        await client.ConnectAsync();

        Assert.Equal([new GatewayDisconnected(1012, "service restart")], await NoticeTests.TakeAsync(subscription, 1));
        Assert.Null(client.Hello);
        await time.WhenTimerDueWithin(FirstDelay);
        time.Advance(FirstDelay);

        Assert.IsType<GatewayConnected>((await NoticeTests.TakeAsync(subscription, 1)).Single());
        Assert.True((await client.RequestAsync("health")).GetProperty("again").GetBoolean());
    }

    [Fact]
    public async Task Sequence_numbers_start_anew_on_a_new_connection()
    {
        var time = new ManualClock();
        await using var gateway = await FakeGateway.StartAsync(
            async peer =>
            {
                await peer.AcceptAsync();
                await peer.EventAsync("a", 40);
                await peer.ReadAsync();
                peer.Abort();
            },
            async peer =>
            {
                await peer.AcceptAsync();
                await peer.EventAsync("b", 90);
                await peer.WaitForCloseAsync();
            });
        await using var client = new GatewayClient(gateway.Options, time);
        using var subscription = client.Subscribe();
        await client.ConnectAsync();

        await NoticeTests.TakeAsync(subscription, 1);
        await Assert.ThrowsAsync<GatewayDisconnectedException>(() => client.RequestAsync("go-away"));
        Assert.Equal([new GatewayDisconnected(null, null)], await NoticeTests.TakeAsync(subscription, 1));
        await time.WhenTimerDueWithin(FirstDelay);
        time.Advance(FirstDelay);

        var after = await NoticeTests.TakeAsync(subscription, 2);
        Assert.DoesNotContain(after, notice => notice is SequenceGap);
    }

    [Fact]
    public async Task A_refusal_that_cannot_end_differently_ends_the_attempts()
    {
        var time = new ManualClock();
        await using var gateway = await FakeGateway.StartAsync(
            async peer =>
            {
                await peer.AcceptAsync();
                await peer.CloseAsync(4001, "gateway auth changed");
            },
            peer => peer.RefuseAsync(
                """{"code":"INVALID_REQUEST","message":"unauthorized: gateway token mismatch","details":{"code":"AUTH_TOKEN_MISMATCH"}}"""));
        await using var client = new GatewayClient(gateway.Options, time);
        using var subscription = client.Subscribe();
        await client.ConnectAsync();

        await NoticeTests.TakeAsync(subscription, 1);
        await time.WhenTimerDueWithin(FirstDelay);
        time.Advance(FirstDelay);

        var rest = await NoticeTests.TakeAsync(subscription, 100);
        var failed = Assert.IsType<ReconnectFailed>(Assert.Single(rest));
        Assert.Equal(GatewayConnectFailure.Unauthorized, failed.Cause.Failure);
        Assert.Null(failed.RetryIn);
    }

    [Fact]
    public async Task When_nothing_comes_for_two_tick_intervals_the_client_closes_with_4000()
    {
        var time = new ManualClock();
        var closed = new TaskCompletionSource<(int?, string?)>();
        await using var gateway = await FakeGateway.StartAsync(async peer =>
        {
            await peer.AcceptAsync();
            await peer.WaitForCloseAsync();
            closed.SetResult(((int?)peer.ClosedWith, peer.CloseReason));
        });
        await using var client = new GatewayClient(gateway.Options with { Reconnect = false }, time);
        using var subscription = client.Subscribe();
        await client.ConnectAsync();

        await time.WhenTimerDueWithin(TimeSpan.FromSeconds(30));
        time.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal((4000, "tick timeout"), await closed.Task.WaitAsync(TimeSpan.FromSeconds(10)));
        Assert.Equal([new GatewayDisconnected(4000, "tick timeout")], await NoticeTests.TakeAsync(subscription, 2));
    }

    [Fact]
    public async Task A_frame_above_the_limit_ends_the_connection_with_1009()
    {
        var closed = new TaskCompletionSource<int?>();
        await using var gateway = await FakeGateway.StartAsync(async peer =>
        {
            await peer.AcceptAsync();
            await peer.EventAsync("big", 1, $"\"{new string('x', 5000)}\"");
            await peer.WaitForCloseAsync();
            closed.SetResult((int?)peer.ClosedWith);
        });
        await using var client = new GatewayClient(gateway.Options with { Reconnect = false, MaxFrameBytes = 4000 });
        await client.ConnectAsync();

        Assert.Equal(1009, await closed.Task.WaitAsync(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public void Delays_double_from_one_second_to_thirty_and_vary_downwards()
    {
        var longest = new ReconnectDelays(() => 0);
        var shortest = new ReconnectDelays(() => 1);

        Assert.Equal([1d, 2, 4, 8, 16, 30, 30], Enumerable.Range(0, 7).Select(_ => longest.Next().TotalSeconds));
        Assert.Equal([0.8, 1.6], Enumerable.Range(0, 2).Select(_ => Math.Round(shortest.Next().TotalSeconds, 3)));
        longest.Reset();
        Assert.Equal(TimeSpan.FromSeconds(1), longest.Next());
    }
}
