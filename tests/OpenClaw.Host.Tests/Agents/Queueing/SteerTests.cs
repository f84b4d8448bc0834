using OpenClaw.Agents;
using OpenClaw.Content;
using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Host.Tests.Agents.Fakes;
using OpenClaw.Tools;

namespace OpenClaw.Host.Tests.Agents.Queueing;

/// <summary>Messages that are said into a run while it works.</summary>
public sealed class SteerTests
{
    [Fact]
    public async Task A_message_during_a_tool_is_seen_by_the_next_model_call_of_the_same_run()
    {
        await using var fixture = await AgentFixture.StartAsync();
        var tool = new QueueTool(fixture);
        fixture.Model.Calls(("c1", "work", "{}")).Says("both answered");
        await fixture.SendAsync("first", "run-1");
        await tool.Started;
        await fixture.SendAsync("second", "run-2");

        tool.Finish();
        await fixture.EndOfAsync("run-1");

        var last = fixture.Model.Requests.Last();
        Assert.Equal([ModelRole.User, ModelRole.Assistant, ModelRole.Tool, ModelRole.User], last.Messages.Select(static message => message.Role));
        Assert.Equal("second", RunEndingTests.TextsOf(last)[^1]);
        Assert.Equal(2, fixture.Model.Requests.Count);
        var merged = (await fixture.Runtime.FindAsync("run-2", CancellationToken.None))!.Run;
        Assert.Equal(RunState.Merged, merged.State);
        Assert.Equal("run-1", merged.MergedInto);
        Assert.Equal("run-1", merged.Outcome!.MergedInto);
        Assert.Equal("ok", (await fixture.AskAsync("agent.wait", """{"runId":"run-2"}""")).GetProperty("status").GetString());
        await fixture.Events.UntilChatAsync("run-2", "final");
    }

    [Fact]
    public async Task Calls_that_have_not_begun_give_way_to_the_message()
    {
        await using var fixture = await AgentFixture.StartAsync();
        var tool = new QueueTool(fixture, ToolEffects.WritesFiles);
        fixture.Model.Calls(("c1", "work", "{}"), ("c2", "work", "{}")).Says("done");
        await fixture.SendAsync("first", "run-1");
        await tool.Started;
        await fixture.SendAsync("wait, not that", "run-2");

        tool.Finish();
        await fixture.EndOfAsync("run-1");

        Assert.Equal(1, tool.Calls);
        var results = fixture.Model.Requests.Last().Messages[2].Parts.Cast<ToolResultPart>().ToList();
        Assert.Equal(["c1", "c2"], results.Select(static result => result.CallId));
        Assert.True(results[1].IsError);
        Assert.Contains("Not carried out", ((TextPart)results[1].Content[0]).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_boundary_comes_the_message_gets_a_turn_of_its_own()
    {
        await using var fixture = await AgentFixture.StartAsync();
        var gate = new TaskCompletionSource();
        fixture.Model.Waits(gate.Task, "one").Says("two");
        await fixture.SendAsync("first", "run-1");
        await fixture.SendAsync("second", "run-2");

        gate.SetResult();
        await fixture.EndOfAsync("run-2");

        Assert.Equal(["first", "one", "second"], RunEndingTests.TextsOf(fixture.Model.Requests.Last()));
        Assert.Equal(RunState.Done, (await fixture.Runtime.FindAsync("run-2", CancellationToken.None))!.Run.State);
    }

    [Fact]
    public async Task A_message_of_lesser_rights_is_not_said_into_the_run_of_an_owner()
    {
        await using var fixture = await AgentFixture.StartAsync();
        var tool = new QueueTool(fixture);
        fixture.Model.Calls(("c1", "work", "{}")).Says("for the owner").Says("for the guest");
        await fixture.SendAsync("first", "run-1");
        await tool.Started;
        await fixture.AskAsync(
            AgentFixture.CallerOf("c2", scopes: "operator.write"), "chat.send", """{"sessionKey":"main","message":"guest","idempotencyKey":"run-2"}""");

        tool.Finish();
        await fixture.EndOfAsync("run-2");

        Assert.Equal(3, fixture.Model.Requests.Count);
        Assert.Equal(RunState.Done, (await fixture.Runtime.FindAsync("run-2", CancellationToken.None))!.Run.State);
    }

    [Fact]
    public async Task A_steered_message_that_no_model_call_answered_is_answered_after_a_kill_and_told_once()
    {
        using var directory = new TemporaryDirectory();
        var killed = await AgentFixture.StartAsync(directory: directory.Path);
        var tool = new QueueTool(killed);
        killed.Model.Calls(("c1", "work", "{}")).Hangs("half");
        await killed.SendAsync("first", "run-1");
        await tool.Started;
        await killed.SendAsync("second", "run-2");
        tool.Finish();
        await killed.Events.UntilChatAsync("run-1", "delta");
        await killed.AbandonAsync();

        await using var next = await AgentFixture.StartAsync(directory: directory.Path);
        next.Model.Says("to the second");
        await next.Runtime.ResumeAsync(CancellationToken.None);
        await next.EndOfAsync("run-2");

        Assert.Equal(RunState.Interrupted, (await next.Runtime.FindAsync("run-1", CancellationToken.None))!.Run.State);
        Assert.Equal(RunState.Done, (await next.Runtime.FindAsync("run-2", CancellationToken.None))!.Run.State);
        Assert.Single(RunEndingTests.TextsOf(next.Model.Requests.Single()), static text => text == "second");
    }

    [Fact]
    public async Task An_abort_of_a_run_ends_what_was_said_into_it()
    {
        await using var fixture = await AgentFixture.StartAsync();
        var tool = new QueueTool(fixture);
        fixture.Model.Calls(("c1", "work", "{}")).Hangs("half");
        await fixture.SendAsync("first", "run-1");
        await tool.Started;
        await fixture.SendAsync("second", "run-2");
        tool.Finish();
        await fixture.Events.UntilChatAsync("run-1", "delta");

        await fixture.AskAsync("chat.abort", """{"sessionKey":"main"}""");

        Assert.Equal(RunState.Aborted, (await fixture.Runtime.FindAsync("run-1", CancellationToken.None))!.Run.State);
        Assert.Equal(RunState.Merged, (await fixture.Runtime.FindAsync("run-2", CancellationToken.None))!.Run.State);
    }
}
