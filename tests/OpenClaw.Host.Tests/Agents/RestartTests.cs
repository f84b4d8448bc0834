using OpenClaw.Host.Tests.Agents.Fakes;

namespace OpenClaw.Host.Tests.Agents;

/// <summary>What a process leaves behind that is killed, seen by the next one.</summary>
public sealed class RestartTests
{
    [Fact]
    public async Task A_run_cut_off_by_a_kill_is_named_and_the_session_goes_on()
    {
        using var directory = new TemporaryDirectory();
        var killed = await AgentFixture.StartAsync(directory: directory.Path);
        killed.Tools.Add("look", static (_, _) => ValueTask.FromResult(OpenClaw.Tools.ToolResult.Text("seen")));
        killed.Model.Calls(("c1", "look", "{}")).Hangs("half");
        await killed.SendAsync("first", "run-1");
        await killed.Events.UntilChatAsync("run-1", "delta");
        await killed.AbandonAsync();

        await using var next = await AgentFixture.StartAsync(directory: directory.Path);
        await next.Runtime.ResumeAsync(CancellationToken.None);

        var history = await next.HistoryAsync();
        var session = history.GetProperty("sessionInfo");
        Assert.Equal("failed", session.GetProperty("status").GetString());
        Assert.True(session.GetProperty("abortedLastRun").GetBoolean());
        Assert.Equal("run-1", session.GetProperty("lastRunId").GetString());
        Assert.StartsWith("interrupted", session.GetProperty("lastRunError").GetString(), StringComparison.Ordinal);
        Assert.Equal("first", history.GetProperty("messages")[0].GetProperty("content").GetString());
        Assert.Contains("stopped while it was working", history.GetProperty("messages")[3].GetRawText(), StringComparison.Ordinal);
        Assert.Equal("ok", (await next.SendAsync("first", "run-1")).GetProperty("status").GetString());
        Assert.Equal("error", (await next.AskAsync("agent.wait", """{"runId":"run-1"}""")).GetProperty("status").GetString());

        next.Model.Says("here again");
        await next.SendAsync("second", "run-2");
        await next.EndOfAsync("run-2");
        Assert.Equal(["first", "", "", "second"], RunEndingTests.TextsOf(next.Model.Requests.Single()));
        Assert.Equal(6, (await next.HistoryAsync()).GetProperty("totalMessages").GetInt64());
    }

    [Fact]
    public async Task A_message_that_was_only_accepted_is_answered_after_the_restart()
    {
        using var directory = new TemporaryDirectory();
        var killed = await AgentFixture.StartAsync(directory: directory.Path);
        killed.Model.Hangs("half");
        await killed.SendAsync("first", "run-1");
        await killed.Events.UntilChatAsync("run-1", "delta");
        await killed.SendAsync("second", "run-2");
        await killed.SendAsync("third", "run-3");
        await killed.AbandonAsync();

        await using var next = await AgentFixture.StartAsync(directory: directory.Path);
        next.Model.Says("one").Says("two").Says("three");
        await next.Runtime.ResumeAsync(CancellationToken.None);
        await next.EndOfAsync("run-3");

        var texts = (await next.HistoryAsync()).GetProperty("messages").EnumerateArray().Select(static message => message.GetProperty("content"))
            .Select(static content => content.ValueKind == System.Text.Json.JsonValueKind.String ? content.GetString() : content[0].GetProperty("text").GetString())
            .ToList();
        Assert.Equal(["first", "one", "second", "two", "third", "three"], texts);
    }

    [Fact]
    public async Task A_write_of_the_old_process_does_not_reach_the_new_ones_transcript()
    {
        using var directory = new TemporaryDirectory();
        await using var old = await AgentFixture.StartAsync(directory: directory.Path);
        var gate = new TaskCompletionSource();
        old.Model.Waits(gate.Task, "too late");
        await old.SendAsync("first", "run-1");
        await old.Events.UntilAsync(static (name, payload) => GoldenRun.LabelOf(name, payload) == "agent lifecycle model");

        await using var next = await AgentFixture.StartAsync(directory: directory.Path);
        next.Model.Says("in time");
        await next.Runtime.ResumeAsync(CancellationToken.None);
        await next.EndOfAsync("run-1");

        // Taken before the run can end: afterwards only the new process's verdict would be found.
        var ticket = await old.Runtime.FindAsync("run-1", CancellationToken.None);
        gate.SetResult();
        await Assert.ThrowsAnyAsync<Exception>(() => ticket!.Completion.WaitAsync(AgentFixture.Patience));

        Assert.DoesNotContain("too late", (await next.HistoryAsync()).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kill_during_a_tool_leaves_a_conversation_a_model_can_take()
    {
        using var directory = new TemporaryDirectory();
        var killed = await AgentFixture.StartAsync(directory: directory.Path);
        var started = new TaskCompletionSource();
        killed.Tools.Add("sleep", async (_, token) =>
        {
            started.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
            return OpenClaw.Tools.ToolResult.Text("never");
        });
        killed.Model.Calls(("c1", "sleep", "{}"));
        await killed.SendAsync("go", "run-1");
        await started.Task.WaitAsync(AgentFixture.Patience);
        await killed.AbandonAsync();

        await using var next = await AgentFixture.StartAsync(directory: directory.Path);
        await next.Runtime.ResumeAsync(CancellationToken.None);
        next.Model.Says("fine");
        await next.SendAsync("and now", "run-2");
        await next.EndOfAsync("run-2");

        var result = Assert.IsType<Content.ToolResultPart>(next.Model.Requests.Single().Messages[2].Parts.Single());
        Assert.Equal("c1", result.CallId);
        Assert.True(result.IsError);
    }

    [Fact]
    public async Task A_run_that_had_called_no_tool_is_started_again_with_its_message_told_once()
    {
        using var directory = new TemporaryDirectory();
        var killed = await AgentFixture.StartAsync(directory: directory.Path);
        killed.Model.Hangs("half");
        await killed.SendAsync("first", "run-1");
        await killed.Events.UntilChatAsync("run-1", "delta");
        await killed.AbandonAsync();

        await using var next = await AgentFixture.StartAsync(directory: directory.Path);
        next.Model.Says("whole");
        await next.Runtime.ResumeAsync(CancellationToken.None);
        await next.EndOfAsync("run-1");

        Assert.Equal(["first"], RunEndingTests.TextsOf(next.Model.Requests.Single()));
        Assert.Equal(2, (await next.HistoryAsync()).GetProperty("totalMessages").GetInt64());
        Assert.Equal("ok", (await next.AskAsync("agent.wait", """{"runId":"run-1"}""")).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_run_whose_start_ends_the_process_is_given_up_after_three_times()
    {
        using var directory = new TemporaryDirectory();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var killed = await AgentFixture.StartAsync(directory: directory.Path);
            killed.Model.Hangs("half");
            if (attempt == 0)
                await killed.SendAsync("first", "run-1");
            else
                await killed.Runtime.ResumeAsync(CancellationToken.None);
            await killed.Events.UntilChatAsync("run-1", "delta");
            await killed.AbandonAsync();
        }

        await using var last = await AgentFixture.StartAsync(directory: directory.Path);
        await last.Runtime.ResumeAsync(CancellationToken.None);

        var ended = (await last.Runtime.FindAsync("run-1", CancellationToken.None))!.Run;
        Assert.Equal(OpenClaw.Host.Sessions.Runs.RunState.Interrupted, ended.State);
        Assert.Equal(3, ended.Attempts);
        Assert.Empty(last.Model.Requests);
    }
}
