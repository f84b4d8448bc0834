using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Host.Tests.Agents.Fakes;

namespace OpenClaw.Host.Tests.Agents.Queueing;

/// <summary>What messages do that come while their session is busy, and how that is chosen.</summary>
public sealed class QueueModeTests
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(500);

    [Fact]
    public async Task Collected_messages_become_one_turn_after_a_quiet_time()
    {
        await using var fixture = await AgentFixture.StartAsync(With(QueueMode.Collect));
        var gate = new TaskCompletionSource();
        fixture.Model.Waits(gate.Task, "one").Says("all together");
        await fixture.SendAsync("first", "run-1");
        await fixture.StartOfAsync("run-1");
        await fixture.SendAsync("second", "run-2");
        await fixture.SendAsync("third", "run-3");
        var quiet = fixture.Time.WhenTimerDueIn(Quiet);

        gate.SetResult();
        await quiet;
        Assert.Single(fixture.Model.Requests);
        fixture.Time.Advance(Quiet);
        await fixture.EndOfAsync("run-2");

        Assert.Equal(["first", "one", "second\n\nthird"], RunEndingTests.TextsOf(fixture.Model.Requests.Last()));
        Assert.Equal("run-2", (await fixture.Runtime.FindAsync("run-3", CancellationToken.None))!.Run.MergedInto);
        await fixture.Events.UntilChatAsync("run-3", "final");
    }

    [Fact]
    public async Task A_first_message_is_not_held_up_by_collecting()
    {
        await using var fixture = await AgentFixture.StartAsync(With(QueueMode.Collect));
        fixture.Model.Says("at once");

        await fixture.SendAsync("first", "run-1");

        await fixture.EndOfAsync("run-1");
    }

    [Fact]
    public async Task An_interrupting_message_ends_the_run_and_those_that_wait_and_runs_itself()
    {
        await using var fixture = await AgentFixture.StartAsync(With(QueueMode.Followup));
        fixture.Model.Hangs("half").Says("the newest");
        await fixture.SendAsync("first", "run-1");
        await fixture.Events.UntilChatAsync("run-1", "delta");
        await fixture.SendAsync("second", "run-2");

        await fixture.AskAsync("chat.send", """{"sessionKey":"main","message":"third","idempotencyKey":"run-3","queueMode":"interrupt"}""");
        await fixture.EndOfAsync("run-3");

        Assert.Equal(RunState.Aborted, (await fixture.Runtime.FindAsync("run-1", CancellationToken.None))!.Run.State);
        Assert.Equal(RunState.Aborted, (await fixture.Runtime.FindAsync("run-2", CancellationToken.None))!.Run.State);
        Assert.Equal(RunState.Done, (await fixture.Runtime.FindAsync("run-3", CancellationToken.None))!.Run.State);
    }

    [Fact]
    public async Task Followup_messages_are_not_said_into_the_run()
    {
        await using var fixture = await AgentFixture.StartAsync(With(QueueMode.Followup));
        var tool = new QueueTool(fixture);
        fixture.Model.Calls(("c1", "work", "{}")).Says("one").Says("two");
        await fixture.SendAsync("first", "run-1");
        await tool.Started;
        await fixture.SendAsync("second", "run-2");

        tool.Finish();
        await fixture.EndOfAsync("run-2");

        Assert.Equal(3, fixture.Model.Requests.Count);
    }

    [Fact]
    public async Task The_choice_of_the_session_goes_before_that_of_the_channel_and_the_rule()
    {
        var config = With(QueueMode.Steer) with
        {
            Messages = new MessagesConfig
            {
                Queue = new MessageQueueConfig { ByChannel = new Dictionary<string, QueueMode> { ["telegram"] = QueueMode.Collect } },
            },
        };
        Assert.Equal(QueueMode.Collect, config.Messages.Queue.ModeOf("telegram"));
        Assert.Equal(QueueMode.Steer, config.Messages.Queue.ModeOf("discord"));
        await using var fixture = await AgentFixture.StartAsync(config);
        await fixture.SendAsync("/queue followup", "q-1");
        fixture.Model.Hangs("w");
        await fixture.SendAsync("first", "run-1");
        await fixture.Events.UntilChatAsync("run-1", "delta");

        await fixture.SendAsync("second", "run-2");

        Assert.Equal("followup", (await fixture.Runtime.FindAsync("run-2", CancellationToken.None))!.Run.Input.QueueMode);
        await fixture.SendAsync("/queue default", "q-2");
        await fixture.SendAsync("third", "run-3");
        Assert.Equal("steer", (await fixture.Runtime.FindAsync("run-3", CancellationToken.None))!.Run.Input.QueueMode);
        Assert.Contains("no queue mode", (await fixture.AskAsync("chat.send", """{"sessionKey":"main","message":"/queue sideways","idempotencyKey":"q-3"}""")) is var _
            ? (await fixture.Runtime.FindAsync("q-3", CancellationToken.None))!.Run.Outcome!.Reply : "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_session_gives_up_its_oldest_message_and_keeps_its_beginning()
    {
        await using var fixture = await AgentFixture.StartAsync(With(QueueMode.Followup, cap: 2));
        var gate = new TaskCompletionSource();
        fixture.Model.Waits(gate.Task, "one").Says("two").Says("three");
        await fixture.SendAsync("first", "run-1");
        await fixture.StartOfAsync("run-1");
        await fixture.SendAsync("second", "run-2");
        await fixture.SendAsync("third", "run-3");

        await fixture.SendAsync("fourth", "run-4");
        gate.SetResult();
        await fixture.EndOfAsync("run-4");

        Assert.Equal("run-4", (await fixture.Runtime.FindAsync("run-2", CancellationToken.None))!.Run.MergedInto);
        var asked = RunEndingTests.TextsOf(fixture.Model.Requests.Last())[^1];
        Assert.Contains("- second", asked, StringComparison.Ordinal);
        Assert.EndsWith("fourth", asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_session_drops_its_oldest_message_where_the_policy_says_so()
    {
        await using var fixture = await AgentFixture.StartAsync(With(QueueMode.Followup, cap: 1, drop: QueueDropPolicy.Old));
        fixture.Model.Hangs("w");
        await fixture.SendAsync("first", "run-1");
        await fixture.Events.UntilChatAsync("run-1", "delta");
        await fixture.SendAsync("second", "run-2");

        await fixture.SendAsync("third", "run-3");

        var dropped = (await fixture.Runtime.FindAsync("run-2", CancellationToken.None))!.Run;
        Assert.Equal((RunState.Aborted, "dropped"), (dropped.State, dropped.Outcome!.StopReason));
    }

    [Fact]
    public async Task Ten_thousand_messages_into_one_busy_session_all_end_and_the_queue_stays_bounded()
    {
        await using var fixture = await AgentFixture.StartAsync(With(QueueMode.Followup));
        var gate = new TaskCompletionSource();
        fixture.Model.Waits(gate.Task, "one");
        fixture.Model.Always = static (_, token) => FakeAgentProvider.Stream(FakeAgentProvider.Answer([new OpenClaw.Agents.TextDelta("ok")]), token);
        await fixture.SendAsync("first", "run-first");
        await fixture.StartOfAsync("run-first");

        foreach (var chunk in Enumerable.Range(0, 10_000).Chunk(16))
            await Task.WhenAll(chunk.Select(i => SendUntilTakenAsync(fixture, i)));

        Assert.InRange(fixture.Get<OpenClaw.Host.Agents.Lanes.SessionLanes>().Waiting, 1, 20);
        gate.SetResult();
        await fixture.EndOfAsync("run-first");
        for (var i = 0; i < 10_000; i++)
            await fixture.EndOfAsync($"run-{i}");
        Assert.InRange(fixture.Model.Requests.Count, 2, 21);
    }

    // More at the same instant than there are places: refused in a way that can be repeated, and nothing is stored.
    private static async Task SendUntilTakenAsync(AgentFixture fixture, int i)
    {
        while (true)
        {
            try
            {
                await fixture.SendAsync($"m{i}", $"run-{i}");
                return;
            }
            catch (RpcException refused) when (refused.Error.Retryable is true)
            {
                await Task.Yield();
            }
        }
    }

    private static OpenClawConfig With(QueueMode mode, int cap = 20, QueueDropPolicy drop = QueueDropPolicy.Summarize) => AgentFixture.Config with
    {
        Messages = new MessagesConfig { Queue = new MessageQueueConfig { Mode = mode, Cap = cap, Drop = drop } },
    };
}
