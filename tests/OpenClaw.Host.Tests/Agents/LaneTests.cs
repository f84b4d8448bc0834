using System.Collections.Concurrent;
using OpenClaw.Agents;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model;
using OpenClaw.Host.Configuration.Model.Gateway;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Tests.Agents.Fakes;

namespace OpenClaw.Host.Tests.Agents;

public sealed class LaneTests
{
    [Fact]
    public async Task Messages_of_one_session_are_answered_one_after_the_other_in_order()
    {
        await using var fixture = await AgentFixture.StartAsync(With(queueCap: 100));
        var meter = new Concurrency();
        fixture.Model.Always = (request, token) => meter.Answer(RunEndingTests.TextsOf(request)[^1], token);

        for (var i = 0; i < 100; i++)
            await fixture.SendAsync($"m{i}", $"run-{i}");
        await fixture.EndOfAsync("run-99");

        Assert.Equal(Enumerable.Range(0, 100).Select(static i => $"m{i}"), meter.Asked);
        Assert.Equal(1, meter.Highest);
        Assert.Equal(200, (await fixture.HistoryAsync()).GetProperty("totalMessages").GetInt64());
    }

    [Fact]
    public async Task Sessions_run_at_the_same_time()
    {
        await using var fixture = await AgentFixture.StartAsync();
        var both = new Barrier(2);
        fixture.Model.Always = (_, token) => FakeAgentProvider.Waiting(Task.Run(() => both.SignalAndWait(AgentFixture.Patience, token), token), "together", token);

        await fixture.SendAsync("one", "run-a", "a");
        await fixture.SendAsync("one", "run-b", "b");

        await fixture.Events.UntilChatAsync("run-a", "final");
        await fixture.Events.UntilChatAsync("run-b", "final");
    }

    [Fact]
    public async Task No_more_runs_work_than_the_cap_allows()
    {
        await using var fixture = await AgentFixture.StartAsync(With(maxConcurrent: 3));
        var meter = new Concurrency();
        fixture.Model.Always = (request, token) => meter.Answer("x", token);

        for (var i = 0; i < 40; i++)
            await fixture.SendAsync("hi", $"run-{i}", $"s{i}");
        for (var i = 0; i < 40; i++)
            await fixture.EndOfAsync($"run-{i}");

        Assert.Equal(40, meter.Asked.Count);
        Assert.InRange(meter.Highest, 1, 3);
    }

    [Fact]
    public async Task A_full_session_queue_refuses_and_stores_nothing()
    {
        await using var fixture = await AgentFixture.StartAsync(With(queueCap: 2));
        fixture.Model.Hangs("w0");
        await fixture.SendAsync("first", "run-0");
        await fixture.Events.UntilChatAsync("run-0", "delta");
        await fixture.SendAsync("second", "run-1");
        await fixture.SendAsync("third", "run-2");

        var refused = await Assert.ThrowsAsync<RpcException>(() => fixture.SendAsync("fourth", "run-3"));

        Assert.Equal("UNAVAILABLE", refused.Error.Code);
        Assert.StartsWith("session queue full: agent:main:main has 2 messages waiting", refused.Error.Message, StringComparison.Ordinal);
        Assert.True(refused.Error.Retryable);
        Assert.NotNull(refused.Error.RetryAfterMs);
        Assert.Null(await fixture.Runtime.FindAsync("run-3", CancellationToken.None));
        Assert.Equal("in_flight", (await fixture.SendAsync("second", "run-1")).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_full_gateway_queue_refuses()
    {
        await using var fixture = await AgentFixture.StartAsync(With(gatewayCap: 1));
        fixture.Model.Hangs("w0");
        await fixture.SendAsync("first", "run-0");
        await fixture.Events.UntilChatAsync("run-0", "delta");
        await fixture.SendAsync("second", "run-1");

        var refused = await Assert.ThrowsAsync<RpcException>(() => fixture.SendAsync("third", "run-2", "other"));

        Assert.StartsWith("message queue full", refused.Error.Message, StringComparison.Ordinal);
    }

    private static OpenClawConfig With(int maxConcurrent = 8, int queueCap = 20, int gatewayCap = 1000) => AgentFixture.Config with
    {
        Agents = AgentFixture.Config.Agents with { Defaults = AgentFixture.Config.Agents.Defaults with { MaxConcurrent = maxConcurrent } },
        Messages = new MessagesConfig { Queue = new MessageQueueConfig { Cap = queueCap, Drop = QueueDropPolicy.New } },
        Gateway = new GatewayConfig { Queue = new GatewayQueueConfig { MaxSize = gatewayCap } },
    };

    private sealed class Concurrency
    {
        private int _now;
        private int _highest;

        public ConcurrentQueue<string> Asked { get; } = [];

        public int Highest => _highest;

        public async IAsyncEnumerable<ModelUpdate> Answer(
            string asked, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            Asked.Enqueue(asked);
            var now = Interlocked.Increment(ref _now);
            InterlockedMax(now);
            await foreach (var update in FakeAgentProvider.Stream(FakeAgentProvider.Answer([new TextDelta("ok")]), cancellationToken))
            {
                if (update is ModelStopped)
                    Interlocked.Decrement(ref _now);
                yield return update;
            }
        }

        private void InterlockedMax(int value)
        {
            var seen = _highest;
            while (value > seen)
                seen = Interlocked.CompareExchange(ref _highest, value, seen) is var before && before == seen ? value : before;
        }
    }
}
