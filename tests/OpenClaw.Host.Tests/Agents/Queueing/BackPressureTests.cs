using OpenClaw.Host.Agents;
using OpenClaw.Host.Agents.Lanes;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model.Agents;
using OpenClaw.Host.Configuration.Model.Gateway;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Host.Tests.Agents.Fakes;

namespace OpenClaw.Host.Tests.Agents.Queueing;

public sealed class BackPressureTests
{
    [Fact]
    public async Task A_message_that_finds_no_free_place_in_time_is_answered_with_an_error()
    {
        await using var fixture = await AgentFixture.StartAsync(With(places: 1));
        fixture.Model.Hangs("w");
        await fixture.SendAsync("first", "run-1", "a");
        await fixture.Events.UntilChatAsync("run-1", "delta");
        var waits = fixture.Time.WhenTimerDueIn(TimeSpan.FromSeconds(30));
        await fixture.SendAsync("second", "run-2", "b");
        await waits;

        fixture.Time.Advance(TimeSpan.FromSeconds(30));
        await fixture.EndOfAsync("run-2");

        await fixture.Events.UntilChatAsync("run-2", "error");
        var ended = (await fixture.Runtime.FindAsync("run-2", CancellationToken.None))!.Run;
        Assert.Equal(RunState.Failed, ended.State);
        Assert.Contains("not started within 30 s", ended.Outcome!.Failure!.Message, StringComparison.Ordinal);
        Assert.Single(fixture.Model.Requests);
    }

    [Fact]
    public async Task A_message_of_a_chat_waits_for_a_free_place_as_long_as_that_takes()
    {
        await using var fixture = await AgentFixture.StartAsync(With(places: 1));
        var gate = new TaskCompletionSource();
        fixture.Model.Waits(gate.Task, "one").Says("two");
        await fixture.SendAsync("first", "run-1", "a");
        await fixture.StartOfAsync("run-1");
        var chat = new RunRequest("chat-1", fixture.Get<SessionKeyParser>().Main(), RunSurface.Channel, new RunInput { Message = "second" });
        await fixture.Runtime.SubmitAsync(chat, CancellationToken.None);

        fixture.Time.Advance(TimeSpan.FromHours(1));
        gate.SetResult();
        await fixture.EndOfAsync("chat-1");

        Assert.Equal(RunState.Done, (await fixture.Runtime.FindAsync("chat-1", CancellationToken.None))!.Run.State);
    }

    [Fact]
    public async Task A_message_waits_behind_its_own_session_as_long_as_that_takes()
    {
        await using var fixture = await AgentFixture.StartAsync(With(places: 1));
        var gate = new TaskCompletionSource();
        fixture.Model.Waits(gate.Task, "one").Says("two");
        await fixture.SendAsync("first", "run-1");
        await fixture.SendAsync("second", "run-2");

        fixture.Time.Advance(TimeSpan.FromMinutes(10));
        gate.SetResult();
        await fixture.EndOfAsync("run-2");

        Assert.Equal(RunState.Done, (await fixture.Runtime.FindAsync("run-2", CancellationToken.None))!.Run.State);
    }

    [Fact]
    public async Task The_status_tells_of_the_queue_and_health_is_degraded_when_it_is_four_fifths_full()
    {
        await using var fixture = await AgentFixture.StartAsync(With(places: 1, size: 5));
        var gate = new TaskCompletionSource();
        fixture.Model.Waits(gate.Task, "one");
        fixture.Model.Always = static (_, token) => FakeAgentProvider.Stream(FakeAgentProvider.Answer([new OpenClaw.Agents.TextDelta("ok")]), token);
        await fixture.SendAsync("first", "run-0");
        await fixture.StartOfAsync("run-0");
        for (var i = 1; i <= 3; i++)
            await fixture.SendAsync("more", $"run-{i}");
        var queue = fixture.Get<QueueHealth>();
        Assert.Equal((3, 5, "ok"), (queue.Report.Depth, queue.Report.MaxSize, queue.Report.Status));

        await fixture.SendAsync("more", "run-4");

        Assert.Equal((4, 5, "degraded"), (queue.Report.Depth, queue.Report.Pending, queue.Report.Status));
        fixture.Time.Advance(TimeSpan.FromSeconds(2));
        gate.SetResult();
        await fixture.EndOfAsync("run-4");
        Assert.Equal((0, "ok"), (queue.Report.Depth, queue.Report.Status));
        Assert.Equal(2000, queue.Report.AvgResponseMs);
    }

    private static OpenClawConfig With(int places, int size = 1000) => AgentFixture.Config with
    {
        Agents = AgentFixture.Config.Agents with { Defaults = AgentFixture.Config.Agents.Defaults with { MaxConcurrent = places } },
        Gateway = new GatewayConfig { Queue = new GatewayQueueConfig { MaxSize = size } },
    };
}
