using System.Text.Json;
using OpenClaw.Agents;
using OpenClaw.Host.Agents;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Tests.Agents.Fakes;

namespace OpenClaw.Host.Tests.Agents;

/// <summary>Abort, deadline, failure, shutdown: each ends a run once, and keeps what was said.</summary>
public sealed class RunEndingTests
{
    [Fact]
    public async Task An_abort_keeps_the_partial_text_in_the_transcript()
    {
        await using var fixture = await AgentFixture.StartAsync();
        fixture.Model.Hangs("half an ans").Says("next");
        await fixture.SendAsync("one", "run-1");
        await fixture.Events.UntilChatAsync("run-1", "delta");
        Assert.Equal("half an ans", (await fixture.HistoryAsync()).GetProperty("inFlightRun").GetProperty("text").GetString());

        await fixture.AskAsync("chat.abort", """{"sessionKey":"main"}""");

        var history = await fixture.HistoryAsync();
        var last = history.GetProperty("messages")[1];
        Assert.Equal("half an ans", last.GetProperty("content")[0].GetProperty("text").GetString());
        Assert.Equal("aborted", last.GetProperty("stopReason").GetString());
        Assert.True(last.GetProperty("openclawAbort").GetProperty("aborted").GetBoolean());
        Assert.Equal("killed", history.GetProperty("sessionInfo").GetProperty("status").GetString());
        Assert.True(history.GetProperty("sessionInfo").GetProperty("abortedLastRun").GetBoolean());

        await fixture.SendAsync("two", "run-2");
        await fixture.EndOfAsync("run-2");
        Assert.Equal(["one", "half an ans", "two"], TextsOf(fixture.Model.Requests.Last()));
    }

    [Fact]
    public async Task An_abort_ends_a_run_whose_provider_does_not_listen()
    {
        await using var fixture = await AgentFixture.StartAsync();
        fixture.Model.Hangs("deaf", ignoresCancellation: true);
        await fixture.SendAsync("one", "run-1");
        await fixture.Events.UntilChatAsync("run-1", "delta");

        var answer = await fixture.AskAsync("chat.abort", """{"sessionKey":"main","runId":"run-1"}""");

        Assert.True(answer.GetProperty("aborted").GetBoolean());
        await fixture.EndOfAsync("run-1");
    }

    [Fact]
    public async Task An_aborted_agent_run_answers_with_the_reason()
    {
        await using var fixture = await AgentFixture.StartAsync();
        fixture.Model.Hangs("w0");
        var ended = fixture.BeginAsync("agent", """{"message":"slow","idempotencyKey":"dup-2"}""", out var answers);
        await fixture.Events.UntilChatAsync("dup-2", "delta");

        var repeated = await fixture.AskAsync("agent", """{"message":"slow","idempotencyKey":"dup-2"}""");
        await fixture.SendAsync("/stop", "stop-1");
        await ended.WaitAsync(AgentFixture.Patience);

        Assert.Equal("""{"runId":"dup-2","sessionKey":"agent:main:main","agentId":"main","status":"in_flight"}""", repeated.GetRawText());
        Assert.Equal("timeout", answers.Last.GetProperty("status").GetString());
        Assert.Equal("aborted", answers.Last.GetProperty("summary").GetString());
        Assert.Equal("rpc", answers.Last.GetProperty("stopReason").GetString());
        var wait = await fixture.AskAsync("agent.wait", """{"runId":"dup-2"}""");
        Assert.Equal("error", wait.GetProperty("status").GetString());
        Assert.Equal("rpc", wait.GetProperty("stopReason").GetString());
    }

    [Fact]
    public async Task An_abort_of_nothing_is_no_error()
    {
        await using var fixture = await AgentFixture.StartAsync();

        var answer = await fixture.AskAsync("chat.abort", """{"sessionKey":"main","runId":"no-such-run"}""");

        Assert.Equal("""{"ok":true,"aborted":false,"runIds":[]}""", answer.GetRawText());
    }

    [Fact]
    public async Task A_message_that_waits_is_cancelled_without_having_run()
    {
        await using var fixture = await AgentFixture.StartAsync();
        fixture.Model.Hangs("w0");
        await fixture.SendAsync("first", "q-1");
        await fixture.Events.UntilChatAsync("q-1", "delta");
        await fixture.SendAsync("second while busy", "q-2");

        var waiting = (await fixture.HistoryAsync()).GetProperty("pendingInputs");
        Assert.Equal(1, waiting.GetProperty("total").GetInt64());
        Assert.Equal("q-2", waiting.GetProperty("items")[0].GetProperty("runId").GetString());
        Assert.Equal("second while busy", waiting.GetProperty("items")[0].GetProperty("message").GetProperty("content").GetString());
        var answer = await fixture.AskAsync("chat.abort", """{"sessionKey":"main"}""");

        Assert.Equal(["q-2", "q-1"], answer.GetProperty("runIds").EnumerateArray().Select(static id => id.GetString()));
        var cancelled = Assert.Single(fixture.Events.Of("q-2")).Payload;
        Assert.Equal("""{"runId":"q-2","sessionKey":"agent:main:main","seq":1,"state":"final"}""", cancelled.GetRawText());
        var history = await fixture.HistoryAsync();
        Assert.Equal(2, history.GetProperty("totalMessages").GetInt64());
        Assert.Equal(0, history.GetProperty("pendingInputs").GetProperty("total").GetInt64());
        Assert.Single(fixture.Model.Requests);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(3)]
    public async Task A_run_that_is_out_of_time_says_so(int protocol)
    {
        var config = AgentFixture.Config with
        {
            Agents = AgentFixture.Config.Agents with { Defaults = AgentFixture.Config.Agents.Defaults with { Timeout = TimeSpan.FromSeconds(600) } },
        };
        await using var fixture = await AgentFixture.StartAsync(config);
        fixture.Model.Hangs("w0");
        var ended = fixture.BeginAsync("agent", """{"message":"slow","idempotencyKey":"late-1"}""", out var answers, protocol);
        await fixture.Events.UntilChatAsync("late-1", "delta");

        fixture.Time.Advance(TimeSpan.FromSeconds(600));

        if (protocol == 3)
        {
            var error = await Assert.ThrowsAsync<RpcException>(() => ended.WaitAsync(AgentFixture.Patience));
            Assert.Equal("AGENT_TIMEOUT", error.Error.Code);
            Assert.Contains("agents.defaults.timeoutSeconds", error.Error.Message, StringComparison.Ordinal);
        }
        else
        {
            await ended.WaitAsync(AgentFixture.Patience);
            Assert.Equal("timeout", answers.Last.GetProperty("status").GetString());
            Assert.Equal("provider", answers.Last.GetProperty("timeoutPhase").GetString());
            Assert.Equal("AGENT_TIMEOUT", answers.Last.GetProperty("result").GetProperty("meta").GetProperty("reason").GetString());
        }

        var error2 = fixture.Events.Of("late-1")[^1].Payload;
        Assert.Equal("error", error2.GetProperty("state").GetString());
        Assert.Equal("timeout", error2.GetProperty("errorKind").GetString());
        Assert.Equal("timeout", (await fixture.HistoryAsync()).GetProperty("sessionInfo").GetProperty("status").GetString());
        Assert.Equal("timeout", (await fixture.AskAsync("agent.wait", """{"runId":"late-1"}""")).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_deadline_of_the_request_goes_before_the_configured_one()
    {
        await using var fixture = await AgentFixture.StartAsync();
        fixture.Model.Hangs("w0");
        await fixture.AskAsync("chat.send", """{"sessionKey":"main","message":"slow","idempotencyKey":"late-2","timeoutMs":5000}""");
        await fixture.Events.UntilChatAsync("late-2", "delta");

        fixture.Time.Advance(TimeSpan.FromSeconds(5));

        await fixture.Events.UntilChatAsync("late-2", "error");
    }

    [Fact]
    public async Task A_stream_that_ends_in_the_middle_is_a_failure()
    {
        await using var fixture = await AgentFixture.StartAsync();
        fixture.Model.Plays(new TextDelta("half"));

        await fixture.SendAsync("one", "run-1");
        await fixture.EndOfAsync("run-1");

        var error = fixture.Events.Of("run-1")[^1].Payload;
        Assert.Equal("error", error.GetProperty("state").GetString());
        Assert.Equal("network", error.GetProperty("errorDetail").GetProperty("failoverReason").GetString());
    }

    [Fact]
    public async Task A_provider_that_breaks_shows_nothing_of_its_inside()
    {
        await using var fixture = await AgentFixture.StartAsync();
        fixture.Model.Fails(new InvalidOperationException("secret inside"), "half").Says("fine");

        await fixture.SendAsync("one", "run-1");
        await fixture.EndOfAsync("run-1");
        await fixture.SendAsync("two", "run-2");
        await fixture.EndOfAsync("run-2");

        var error = fixture.Events.Of("run-1")[^1].Payload;
        Assert.Equal("error", error.GetProperty("state").GetString());
        Assert.DoesNotContain("secret", error.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("final", fixture.Events.Of("run-2")[^1].Payload.GetProperty("state").GetString());
        Assert.Equal(["one", "two"], TextsOf(fixture.Model.Requests.Last()));
    }

    [Fact]
    public async Task An_answer_without_end_is_cut_off()
    {
        await using var fixture = await AgentFixture.StartAsync(limits: new AgentLimits { MaxAnswerCharacters = 1000 });
        fixture.Model.Plays([.. Enumerable.Repeat(new TextDelta("0123456789"), 200)]);

        await fixture.SendAsync("one", "run-1");
        await fixture.EndOfAsync("run-1");

        Assert.Contains("1000 characters", fixture.Events.Of("run-1")[^1].Payload.GetProperty("errorMessage").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_that_goes_away_does_not_end_its_run()
    {
        await using var fixture = await AgentFixture.StartAsync();
        var gate = new TaskCompletionSource();
        fixture.Model.Waits(gate.Task, "still here");
        using var connection = new CancellationTokenSource();
        var call = fixture.BeginAsync("agent", """{"message":"hi","idempotencyKey":"run-1"}""", out var answers, cancellationToken: connection.Token);
        await answers.First;

        await connection.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        gate.SetResult();

        await fixture.Events.UntilChatAsync("run-1", "final");
    }

    [Fact]
    public async Task A_stop_lets_work_finish_and_takes_nothing_new()
    {
        await using var fixture = await AgentFixture.StartAsync();
        var gate = new TaskCompletionSource();
        fixture.Model.Waits(gate.Task, "done");
        await fixture.SendAsync("one", "run-1");
        await fixture.Events.UntilAsync(static (name, payload) => GoldenRun.LabelOf(name, payload) == "agent lifecycle model");

        var stopped = fixture.Runtime.StopAsync(CancellationToken.None);
        var refused = await Assert.ThrowsAsync<RpcException>(() => fixture.SendAsync("two", "run-2"));
        gate.SetResult();
        await stopped.WaitAsync(AgentFixture.Patience);

        Assert.Equal("UNAVAILABLE", refused.Error.Code);
        Assert.True(refused.Error.Retryable);
        Assert.Equal("final", fixture.Events.Of("run-1")[^1].Payload.GetProperty("state").GetString());
    }

    internal static List<string> TextsOf(ModelRequest request) =>
        [.. request.Messages.Select(static message => string.Concat(message.Parts.OfType<Content.TextPart>().Select(static part => part.Text)))];
}
