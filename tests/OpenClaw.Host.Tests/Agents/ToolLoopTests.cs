using System.Text.Json;
using OpenClaw.Agents;
using OpenClaw.Content;
using OpenClaw.Host.Agents;
using OpenClaw.Host.Tests.Agents.Fakes;
using OpenClaw.Tools;

namespace OpenClaw.Host.Tests.Agents;

public sealed class ToolLoopTests
{
    [Fact]
    public async Task Results_go_back_to_the_model_in_the_order_of_the_calls()
    {
        await using var fixture = await AgentFixture.StartAsync();
        var second = new TaskCompletionSource();
        fixture.Tools
            .Add("slow", async (_, token) => { await second.Task.WaitAsync(token); return ToolResult.Text("slow result"); })
            .Add("fast", (_, _) => { second.SetResult(); return ValueTask.FromResult(ToolResult.Text("fast result")); });
        fixture.Model.Calls(("c1", "slow", "{}"), ("c2", "fast", "{}")).Says("both done");

        await RunAsync(fixture);

        var results = fixture.Model.Requests.Last().Messages[^1];
        Assert.Equal(ModelRole.Tool, results.Role);
        Assert.Equal(["c1", "c2"], results.Parts.Cast<ToolResultPart>().Select(static part => part.CallId));
        Assert.Equal(["slow result", "fast result"], results.Parts.Cast<ToolResultPart>().Select(TextOf));
        var history = await fixture.HistoryAsync();
        Assert.Equal(
            ["user", "assistant", "toolResult", "toolResult", "assistant"],
            history.GetProperty("messages").EnumerateArray().Select(static message => message.GetProperty("role").GetString()));
        Assert.Equal("toolUse", history.GetProperty("messages")[1].GetProperty("stopReason").GetString());
        Assert.Equal("toolCall", history.GetProperty("messages")[1].GetProperty("content")[0].GetProperty("type").GetString());
    }

    [Fact]
    public async Task Calls_that_change_something_run_one_at_a_time_in_their_place()
    {
        await using var fixture = await AgentFixture.StartAsync();
        var running = 0;
        var order = new List<string>();
        ValueTask<ToolResult> Write(ToolInvocation call, CancellationToken token)
        {
            Assert.Equal(1, Interlocked.Increment(ref running));
            order.Add(call.CallId);
            Interlocked.Decrement(ref running);
            return ValueTask.FromResult(ToolResult.Text("ok"));
        }

        fixture.Tools.Add("write", Write, effects: ToolEffects.WritesFiles);
        fixture.Model.Calls(("c1", "write", "{}"), ("c2", "write", "{}"), ("c3", "write", "{}")).Says("done");

        await RunAsync(fixture);

        Assert.Equal(["c1", "c2", "c3"], order);
    }

    [Fact]
    public async Task An_unknown_tool_and_one_that_throws_are_results_not_failures()
    {
        await using var fixture = await AgentFixture.StartAsync();
        fixture.Tools.Add("broken", static (_, _) => throw new InvalidOperationException("it broke"));
        fixture.Model.Calls(("c1", "nosuchtool", "{}"), ("c2", "broken", "{}")).Says("sorry");

        await RunAsync(fixture);

        var results = fixture.Model.Requests.Last().Messages[^1].Parts.Cast<ToolResultPart>().ToList();
        Assert.Equal("Tool nosuchtool not found", TextOf(results[0]));
        Assert.Equal("""{"status":"error","tool":"broken","error":"it broke"}""", TextOf(results[1]));
        Assert.All(results, static result => Assert.True(result.IsError));
        Assert.Equal("final", fixture.Events.Of("run-1")[^1].Payload.GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_dangerous_tool_is_neither_offered_nor_run()
    {
        await using var fixture = await AgentFixture.StartAsync();
        fixture.Tools
            .Add("exec", static (_, _) => throw new InvalidOperationException("must not run"), risk: ToolRisk.Dangerous)
            .Add("look", static (_, _) => ValueTask.FromResult(ToolResult.Text("ok")));
        fixture.Model.Calls(("c1", "exec", "{}")).Says("no");

        await RunAsync(fixture);

        Assert.Equal(["look"], fixture.Model.Requests.First().Tools.Select(static tool => tool.Name));
        Assert.Equal("Tool exec not found", TextOf((ToolResultPart)fixture.Model.Requests.Last().Messages[^1].Parts[0]));
    }

    [Fact]
    public async Task A_tool_that_does_not_end_is_given_up_on()
    {
        await using var fixture = await AgentFixture.StartAsync();
        var started = new TaskCompletionSource();
        fixture.Tools.Add("sleep", async (_, _) =>
        {
            started.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, CancellationToken.None);
            return ToolResult.Text("never");
        });
        fixture.Model.Calls(("c1", "sleep", "{}")).Says("it hung");
        await fixture.SendAsync("go", "run-1");
        await started.Task.WaitAsync(AgentFixture.Patience);

        fixture.Time.Advance(TimeSpan.FromMinutes(2));
        await fixture.EndOfAsync("run-1");

        Assert.Contains("did not finish within 120 seconds", TextOf((ToolResultPart)fixture.Model.Requests.Last().Messages[^1].Parts[0]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_abort_during_a_tool_ends_the_run_and_leaves_a_result_for_the_call()
    {
        await using var fixture = await AgentFixture.StartAsync();
        var started = new TaskCompletionSource();
        fixture.Tools.Add("sleep", async (_, token) =>
        {
            started.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
            return ToolResult.Text("never");
        });
        fixture.Model.Calls(("c1", "sleep", "{}")).Says("going on");
        await fixture.SendAsync("go", "run-1");
        await started.Task.WaitAsync(AgentFixture.Patience);

        await fixture.AskAsync("chat.abort", """{"sessionKey":"main"}""");
        await fixture.SendAsync("and now", "run-2");
        await fixture.EndOfAsync("run-2");

        var messages = fixture.Model.Requests.Last().Messages;
        Assert.Equal([ModelRole.User, ModelRole.Assistant, ModelRole.Tool, ModelRole.User], messages.Select(static message => message.Role));
        Assert.True(((ToolResultPart)messages[2].Parts[0]).IsError);
    }

    [Fact]
    public async Task A_model_that_only_calls_tools_is_stopped()
    {
        await using var fixture = await AgentFixture.StartAsync(limits: new AgentLimits { MaxToolRounds = 3 });
        fixture.Tools.Add("look", static (_, _) => ValueTask.FromResult(ToolResult.Text("ok")));
        for (var i = 0; i < 4; i++)
            fixture.Model.Calls(("c1", "look", "{}"));

        await RunAsync(fixture);

        Assert.Contains("3 times in a row", fixture.Events.Of("run-1")[^1].Payload.GetProperty("errorMessage").GetString(), StringComparison.Ordinal);
        Assert.Equal(4, fixture.Model.Requests.Count);
    }

    [Fact]
    public async Task A_model_that_repeats_a_call_and_its_result_is_told_and_then_stopped()
    {
        await using var fixture = await AgentFixture.StartAsync();
        fixture.Tools.Add("look", static (_, _) => ValueTask.FromResult(ToolResult.Text("same")));
        for (var i = 0; i < 20; i++)
            fixture.Model.Calls(($"c{i}", "look", """{"at":"sky"}"""));

        await RunAsync(fixture);

        Assert.Equal(20, fixture.Model.Requests.Count);
        var results = fixture.Model.Requests.Last().Messages.SelectMany(static message => message.Parts).OfType<ToolResultPart>().Select(TextOf).ToList();
        Assert.Equal("same", results[8]);
        Assert.Contains("this is the 10th time", results[9], StringComparison.Ordinal);
        Assert.Equal("same", results[10]);
        Assert.Contains("look 20 times", fixture.Events.Of("run-1")[^1].Payload.GetProperty("errorMessage").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_whose_result_changes_may_be_repeated()
    {
        await using var fixture = await AgentFixture.StartAsync();
        var count = 0;
        fixture.Tools.Add("look", (_, _) => ValueTask.FromResult(ToolResult.Text($"{count++}")));
        for (var i = 0; i < 25; i++)
            fixture.Model.Calls(($"c{i}", "look", "{}"));
        fixture.Model.Says("done");

        await RunAsync(fixture);

        Assert.Equal("final", fixture.Events.Of("run-1")[^1].Payload.GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_tool_learns_for_whom_it_works_and_shows_its_progress()
    {
        await using var fixture = await AgentFixture.StartAsync();
        ToolInvocation? seen = null;
        fixture.Tools.Add("look", (call, _) =>
        {
            seen = call;
            call.Progress(new TextPart("half way"));
            return ValueTask.FromResult(ToolResult.Text("ok"));
        });
        fixture.Model.Calls(("c1", "look", """{"at":"sky"}""")).Says("blue");

        await RunAsync(fixture);

        Assert.Equal("agent:main:main", seen!.Session!.Value.Value);
        Assert.Equal("main", seen.Agent!.Value.Value);
        Assert.Equal("run-1", seen.RunId);
        Assert.Equal(fixture.Get<OpenClaw.Host.Storage.StatePaths>().WorkspaceDirectory, seen.WorkspaceDirectory);
        Assert.Equal("sky", seen.Arguments.GetProperty("at").GetString());
        Assert.Contains(fixture.Events.Of("run-1"), static one => GoldenRun.LabelOf(one.Event, one.Payload) == "agent tool update"
            && one.Payload.GetRawText().Contains("half way", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Text_before_a_tool_call_gives_way_to_the_text_after_it()
    {
        await using var fixture = await AgentFixture.StartAsync();
        fixture.Tools.Add("look", static (_, _) => ValueTask.FromResult(ToolResult.Text("ok")));
        fixture.Model
            .Plays(
                new TextDelta("Let me see."),
                new ToolCallRequested(new ToolCallPart("c1", "look", JsonElement.Parse("{}"))),
                new ModelStopped(ModelStopReason.ToolCalls))
            .Says("It is blue.");

        await RunAsync(fixture);

        var deltas = fixture.Events.Of("run-1").Where(static one => one.Event == "chat" && one.Payload.GetProperty("state").GetString() == "delta").ToList();
        Assert.False(deltas[0].Payload.TryGetProperty("replace", out _));
        Assert.True(deltas[1].Payload.GetProperty("replace").GetBoolean());
        Assert.Equal("It is blue.", deltas[1].Payload.GetProperty("message").GetProperty("content")[0].GetProperty("text").GetString());
    }

    private static async Task RunAsync(AgentFixture fixture)
    {
        await fixture.SendAsync("go", "run-1");
        await fixture.EndOfAsync("run-1");
    }

    private static string TextOf(ToolResultPart part) => ((TextPart)part.Content[0]).Text;
}
