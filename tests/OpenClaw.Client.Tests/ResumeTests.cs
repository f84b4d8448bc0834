using OpenClaw.Client.Notices;
using OpenClaw.Protocol.Events;

namespace OpenClaw.Client.Tests;

public sealed class ResumeTests
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_client_that_comes_back_names_the_epoch_and_the_last_event_it_has_seen()
    {
        var notices = await ComeBackAsync(
            async peer =>
            {
                var connect = await peer.AcceptAsync("second");
                var resume = connect.GetProperty("resume");
                Assert.Equal(("first", 7), (resume.GetProperty("epoch").GetString(), resume.GetProperty("seq").GetInt64()));
                await peer.EventAsync("b", 1);
                await peer.SendAsync("""{"type":"event","event":"resume.done","payload":{"replayed":1}}""");
                await peer.WaitForCloseAsync();
            },
            count: 3);

        Assert.IsType<GatewayConnected>(notices[0]);
        Assert.Equal("b", Assert.IsType<GatewayEvent>(notices[1]).Name);
        Assert.Equal(new Resumed(1), notices[2]);
    }

    [Fact]
    public async Task A_gateway_that_knows_nothing_of_it_is_asked_again_without_and_the_caller_hears_of_the_gap()
    {
        var notices = await ComeBackAsync(
            peer => peer.RefuseAsync(
                """{"code":"INVALID_REQUEST","message":"invalid connect params: at root: unexpected property 'resume'"}"""),
            count: 2,
            async peer =>
            {
                Assert.False((await peer.AcceptAsync()).TryGetProperty("resume", out _));
                await peer.WaitForCloseAsync();
            });

        Assert.IsType<GatewayConnected>(notices[0]);
        Assert.Equal(new ResumeGap(ResumeGapReasons.Unsupported), notices[1]);
    }

    [Theory]
    [InlineData(true, "operator", true)]
    [InlineData(false, "operator", false)]
    [InlineData(true, "node", false)]
    public async Task Only_an_operator_that_may_come_back_announces_it(bool reconnect, string role, bool announces)
    {
        var caps = new TaskCompletionSource<List<string?>>();
        await using var gateway = await FakeGateway.StartAsync(async peer =>
        {
            caps.SetResult([.. (await peer.AcceptAsync()).GetProperty("caps").EnumerateArray().Select(cap => cap.GetString())]);
            await peer.WaitForCloseAsync();
        });
        await using var client = new GatewayClient(gateway.Options with { Reconnect = reconnect, Role = role, Capabilities = ["tool-events"] });
        await client.ConnectAsync();
        Assert.Equal(announces ? ["tool-events", "event-resume"] : ["tool-events"], await caps.Task);
    }

    private static async Task<List<GatewayNotice>> ComeBackAsync(Func<FakePeer, Task> second, int count, params Func<FakePeer, Task>[] more)
    {
        var time = new ManualClock();
        await using var gateway = await FakeGateway.StartAsync(
        [
            async peer =>
            {
                Assert.False((await peer.AcceptAsync("first")).TryGetProperty("resume", out _));
                await peer.EventAsync("a", 7);
                await peer.ReadAsync();
                peer.Abort();
            },
            second,
            .. more,
        ]);
        await using var client = new GatewayClient(gateway.Options, time);
        using var subscription = client.Subscribe();
        await client.ConnectAsync();
        await NoticeTests.TakeAsync(subscription, 1);
        await Assert.ThrowsAsync<GatewayDisconnectedException>(() => client.RequestAsync("go-away"));
        await NoticeTests.TakeAsync(subscription, 1);
        await time.WhenTimerDueWithin(FirstDelay);
        time.Advance(FirstDelay);
        return [.. await NoticeTests.TakeAsync(subscription, count)];
    }
}
