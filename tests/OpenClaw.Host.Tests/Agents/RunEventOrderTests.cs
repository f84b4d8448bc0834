using System.Text;
using System.Text.Json;
using OpenClaw.Agents;
using OpenClaw.Host.Tests.Agents.Fakes;
using OpenClaw.Host.Tests.Agents.Queueing;
using OpenClaw.Tools;

namespace OpenClaw.Host.Tests.Agents;

/// <summary>The events of runs that no recording has: their order, and what holds for the events of every run.</summary>
public sealed class RunEventOrderTests
{
    private static readonly string[] Begin =
    [
        "chat status preparing_workspace", "agent run_status preparing_workspace", "chat status preparing_context", "agent run_status preparing_context",
        "agent lifecycle start", "chat status starting_model", "agent run_status starting_model", "agent lifecycle model",
    ];
    private static readonly string[] Call = ["agent item start", "agent tool start", "agent tool result", "agent item end"];
    private static readonly string[] Answer = ["agent assistant", "chat delta"];
    private static readonly string[] End = ["agent lifecycle finishing", "agent lifecycle model released", "agent lifecycle end", "chat final"];
    private static readonly string[] Failure = ["agent lifecycle finishing", "agent lifecycle model released", "agent lifecycle error", "chat error"];

    [Fact]
    public async Task Two_tools_of_one_answer_are_told_one_after_the_other()
    {
        await using var fixture = await AgentFixture.StartAsync();
        fixture.Tools.Add("look", static (_, _) => ValueTask.FromResult(ToolResult.Text("seen")), effects: ToolEffects.WritesFiles);
        fixture.Model.Calls(("c1", "look", "{}"), ("c2", "look", "{}")).Says("both", " seen");
        await fixture.SendAsync("look twice", "r1");
        await fixture.EndOfAsync("r1");

        Equal([.. Begin, "agent usage", .. Call, .. Call, "agent lifecycle model", .. Answer, "agent usage", .. End], OrderOf(fixture, "r1"));
        Check(fixture, "r1", "both seen");
        Assert.Equal(["c1", "c1", "c1", "c1", "c2", "c2", "c2", "c2"], fixture.Events.Of("r1")
            .Where(static one => one.Event == "agent" && one.Payload.GetProperty("data").TryGetProperty("toolCallId", out _))
            .Select(static one => one.Payload.GetProperty("data").GetProperty("toolCallId").GetString()));
    }

    [Fact]
    public async Task An_abort_inside_a_tool_ends_the_run_once()
    {
        await using var fixture = await AgentFixture.StartAsync();
        var tool = new QueueTool(fixture);
        fixture.Model.Calls(("c1", "work", "{}"));
        await fixture.SendAsync("work", "r1");
        await tool.Started;
        await fixture.AskAsync("chat.abort", """{"sessionKey":"main","runId":"r1"}""");
        await fixture.EndOfAsync("r1");
        await fixture.Events.UntilAsync(static (name, payload) => GoldenRun.LabelOf(name, payload) == "agent lifecycle error");

        var order = OrderOf(fixture, "r1");
        Assert.Equal([.. Begin, "agent usage", "agent item start", "agent tool start"], order.Take(Begin.Length + 3));
        // As recorded: the aborted run is over for chats at once, and for programs when its work has been let go of.
        Assert.Equal(["chat aborted", "agent lifecycle end"], order.Where(static label => label is "chat aborted" or "agent lifecycle end"));
        Assert.Equal("agent lifecycle error", order[^1]);
    }

    [Fact]
    public async Task A_deadline_is_told_as_an_error_after_what_was_said()
    {
        await using var fixture = await AgentFixture.StartAsync();
        fixture.Model.Hangs("half of it");
        await fixture.AskAsync("chat.send", """{"sessionKey":"main","message":"slow","idempotencyKey":"r1","timeoutMs":5000}""");
        await fixture.Events.UntilChatAsync("r1", "delta");
        fixture.Time.Advance(TimeSpan.FromSeconds(5));
        await fixture.Events.UntilChatAsync("r1", "error");

        Equal([.. Begin, .. Answer, .. Failure], OrderOf(fixture, "r1"));
        Check(fixture, "r1", final: null);
    }

    [Fact]
    public async Task A_message_said_into_a_run_has_an_end_of_its_own_and_shares_the_answer()
    {
        await using var fixture = await AgentFixture.StartAsync();
        var tool = new QueueTool(fixture);
        fixture.Model.Calls(("c1", "work", "{}")).Says("both", " answered");
        await fixture.SendAsync("first", "r1");
        await tool.Started;
        await fixture.SendAsync("second", "r2");
        tool.Finish();
        await fixture.EndOfAsync("r1");
        await fixture.Events.UntilChatAsync("r2", "final");

        Equal([.. Begin, "agent usage", .. Call, "agent lifecycle model", .. Answer, "agent usage", .. End], OrderOf(fixture, "r1"));
        Assert.Single(OrderOf(fixture, "r2"), static label => label == "chat final");
        Check(fixture, "r1", "both answered");
    }

    [Fact]
    public async Task A_retry_replaces_what_the_broken_stream_had_said()
    {
        await using var fixture = await AgentFixture.StartAsync();
        fixture.Tools.Add("look", static (_, _) => ValueTask.FromResult(ToolResult.Text("seen")));
        fixture.Model
            .Plays(new TextDelta("I will look."), new ToolCallRequested(new("c1", "look", JsonElement.Parse("{}"))), new ModelStopped(ModelStopReason.ToolCalls))
            .Says("Seen", " it.");
        await fixture.SendAsync("look", "r1");
        await fixture.EndOfAsync("r1");

        Check(fixture, "r1", "Seen it.");
        Assert.Single(Deltas(fixture, "r1"), static delta => delta.TryGetProperty("replace", out var replace) && replace.GetBoolean());
    }

    // As text, so that a difference shows where it is.
    private static void Equal(string[] expected, List<string> order) => Assert.Equal(string.Join('\n', expected), string.Join('\n', order));

    private static List<string> OrderOf(AgentFixture fixture, string runId) => GoldenRun.OrderOf(fixture.Events.Of(runId));

    private static List<JsonElement> Deltas(AgentFixture fixture, string runId) =>
        [.. fixture.Events.Of(runId).Where(static one => one.Event == "chat" && one.Payload.GetProperty("state").GetString() == "delta").Select(static one => one.Payload)];

    /// <summary>What holds for every run: numbers in order, one end, and pieces that add up to what is told in the end.</summary>
    private static void Check(AgentFixture fixture, string runId, string? final)
    {
        var events = fixture.Events.Of(runId);
        var numbers = events.Select(static one => one.Payload.GetProperty("seq").GetInt64()).ToList();
        Assert.Equal(1, numbers[0]);
        Assert.All(numbers.Zip(numbers.Skip(1)), static pair => Assert.InRange(pair.Second - pair.First, 0, 1));
        Assert.Single(events, static one => one.Event == "chat" && one.Payload.GetProperty("state").GetString() is "final" or "error" or "aborted");
        Assert.Single(events, static one => GoldenRun.LabelOf(one.Event, one.Payload) is "agent lifecycle end" or "agent lifecycle error");
        Assert.All(events, one => Assert.Equal("agent:main:main", one.Payload.GetProperty("sessionKey").GetString()));
        if (final is null)
            return;
        var text = new StringBuilder();
        foreach (var delta in Deltas(fixture, runId))
        {
            if (delta.TryGetProperty("replace", out var replace) && replace.GetBoolean())
                text.Clear();
            text.Append(delta.GetProperty("deltaText").GetString());
            Assert.Equal(text.ToString(), delta.GetProperty("message").GetProperty("content")[0].GetProperty("text").GetString());
        }

        Assert.Equal(final, text.ToString());
        Assert.Equal(final, events[^1].Payload.GetProperty("message").GetProperty("content")[0].GetProperty("text").GetString());
    }
}
