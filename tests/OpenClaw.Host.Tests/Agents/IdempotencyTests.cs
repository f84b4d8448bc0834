using OpenClaw.Host.Rpc;
using OpenClaw.Host.Tests.Agents.Fakes;

namespace OpenClaw.Host.Tests.Agents;

public sealed class IdempotencyTests
{
    [Fact]
    [Trait("Threat", "WS-31")]
    public async Task A_repeated_key_starts_nothing()
    {
        await using var fixture = await AgentFixture.StartAsync();
        var gate = new TaskCompletionSource();
        fixture.Model.Waits(gate.Task, "once");

        var first = await fixture.SendAsync("hi", "run-1");
        var second = await fixture.SendAsync("hi", "run-1");
        gate.SetResult();
        await fixture.EndOfAsync("run-1");
        var third = await fixture.SendAsync("hi", "run-1");

        Assert.Equal("""{"runId":"run-1","status":"started"}""", first.GetRawText());
        Assert.Equal("""{"runId":"run-1","status":"in_flight"}""", second.GetRawText());
        Assert.Equal("""{"runId":"run-1","status":"ok"}""", third.GetRawText());
        Assert.Single(fixture.Model.Requests);
    }

    [Theory]
    [Trait("Threat", "WS-32")]
    [InlineData("chat.send", """{"sessionKey":"main","message":"something else","idempotencyKey":"run-1"}""")]
    [InlineData("chat.send", """{"sessionKey":"other","message":"hi","idempotencyKey":"run-1"}""")]
    [InlineData("agent", """{"message":"hi","idempotencyKey":"run-1"}""")]
    public async Task A_key_that_comes_back_with_another_request_is_refused(string method, string parameters)
    {
        await using var fixture = await AgentFixture.StartAsync();
        fixture.Model.Says("for the first alone");
        await fixture.SendAsync("hi", "run-1");
        await fixture.EndOfAsync("run-1");

        var refusal = await Assert.ThrowsAsync<RpcException>(() => fixture.AskAsync(method, parameters));

        Assert.Equal("INVALID_REQUEST", refusal.Error.Code);
        Assert.Contains("idempotencyKey was already used", refusal.Message, StringComparison.Ordinal);
        Assert.Single(fixture.Model.Requests);
    }

    [Fact]
    [Trait("Threat", "WS-31")]
    public async Task The_same_key_at_the_same_moment_starts_one_run()
    {
        await using var fixture = await AgentFixture.StartAsync();
        fixture.Model.Always = static (_, token) => FakeAgentProvider.Stream(FakeAgentProvider.Answer([]), token);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => fixture.SendAsync("hi", "run-1")));
        await fixture.EndOfAsync("run-1");

        Assert.Single(answers, static answer => answer.GetProperty("status").GetString() == "started");
        Assert.Single(fixture.Model.Requests);
    }

    [Fact]
    [Trait("Threat", "WS-31")]
    public async Task A_finished_agent_run_gives_its_answer_again_even_after_a_restart()
    {
        using var directory = new TemporaryDirectory();
        string answer;
        await using (var before = await AgentFixture.StartAsync(directory: directory.Path))
        {
            before.Model.Says("the answer");
            answer = (await before.AskAsync("agent", """{"message":"hi","idempotencyKey":"run-1"}""")).GetRawText();
        }

        await using var after = await AgentFixture.StartAsync(directory: directory.Path);
        var again = await after.AskAsync("agent", """{"message":"hi","idempotencyKey":"run-1"}""");

        Assert.Equal(answer, again.GetRawText());
        Assert.Empty(after.Model.Requests);
    }

    [Fact]
    public async Task A_failed_agent_run_fails_again_with_the_same_words()
    {
        await using var fixture = await AgentFixture.StartAsync();
        fixture.Model.Fails(new OpenClaw.Agents.ModelException("no luck."));

        var first = await Assert.ThrowsAsync<RpcException>(() => fixture.AskAsync("agent", """{"message":"hi","idempotencyKey":"run-1"}"""));
        var second = await Assert.ThrowsAsync<RpcException>(() => fixture.AskAsync("agent", """{"message":"hi","idempotencyKey":"run-1"}"""));

        Assert.Equal("LLM request failed: no luck.", first.Error.Message);
        Assert.Equal(first.Error, second.Error);
        Assert.Single(fixture.Model.Requests);
    }

    [Fact]
    public async Task Waiting_for_a_run_nobody_knows_ends_with_the_time()
    {
        await using var fixture = await AgentFixture.StartAsync();
        var waiting = fixture.AskAsync("agent.wait", """{"runId":"never","timeoutMs":200}""");
        while (!waiting.IsCompleted)
        {
            fixture.Time.Advance(TimeSpan.FromMilliseconds(200));
            await Task.Yield();
        }

        Assert.Equal("""{"runId":"never","status":"timeout"}""", (await waiting).GetRawText());
    }
}
