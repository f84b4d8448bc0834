using System.Text.Json;
using OpenClaw.Agents;
using OpenClaw.Host.Tests.Agents.Fakes;
using OpenClaw.Tools;

namespace OpenClaw.Host.Tests.Agents;

/// <summary>Our events against those of the recorded gateway: the same names in the same order with the same members.</summary>
public sealed class GoldenOrderTests
{
    [Fact]
    public async Task A_plain_chat_answer_looks_like_the_recording()
    {
        await using var fixture = await AgentFixture.StartAsync();
        fixture.Model.Says("Hello", " from", " the", " fake model.");

        var answer = await fixture.SendAsync("hello there", "run-basic-1");
        await fixture.EndOfAsync("run-basic-1");

        Assert.Equal("started", answer.GetProperty("status").GetString());
        Compare("chat-send-basic.jsonl", "run-basic-1", fixture);
        Assert.Equal("Hello from the fake model.", FinalText(fixture, "run-basic-1"));
    }

    [Fact]
    public async Task A_failed_chat_run_looks_like_the_recording()
    {
        await using var fixture = await AgentFixture.StartAsync();
        fixture.Model.Fails(new ModelException(ModelFailure.InvalidRequest, "the provider rejected the request."));

        await fixture.SendAsync("failrun now", "run-fail-2");
        await fixture.EndOfAsync("run-fail-2");

        // The recorded gateway tells of its fall-back chain and, once more, of the failed delivery; both are features of their own.
        var recorded = GoldenRun.Recorded("chat-error.jsonl", "run-fail-2")
            .Where(static one => GoldenRun.LabelOf(one.Name, one.Payload) != "agent lifecycle fallback_step")
            .ToList()[..^1];
        Compare(recorded, fixture.Events.Of("run-fail-2"), alsoOurs: ["errorKind"]);
    }

    [Fact]
    public async Task An_aborted_chat_run_looks_like_the_recording()
    {
        await using var fixture = await AgentFixture.StartAsync();
        fixture.Model.Hangs("w0");
        await fixture.SendAsync("slowrun please", "run-slow-2");
        await fixture.Events.UntilChatAsync("run-slow-2", "delta");

        var answer = await fixture.AskAsync("chat.abort", """{"sessionKey":"main","runId":"run-slow-2"}""");

        Assert.True(answer.GetProperty("aborted").GetBoolean());
        Assert.Equal("run-slow-2", answer.GetProperty("runIds")[0].GetString());
        await fixture.Events.UntilAsync(static (name, payload) => name == "agent" && GoldenRun.LabelOf(name, payload) == "agent lifecycle error");
        var recorded = GoldenRun.Recorded("chat-abort.jsonl", "run-slow-2");
        // After the end the recorded gateway says once more which model is at work; ours has let go of it by then.
        recorded.RemoveAt(recorded.FindLastIndex(static one => GoldenRun.LabelOf(one.Name, one.Payload) == "agent lifecycle model"));
        Compare(recorded, fixture.Events.Of("run-slow-2"));
        Assert.Equal("rpc", fixture.Events.Of("run-slow-2").Single(static one => one.Event == "chat" && one.Payload.GetProperty("state").GetString() == "aborted").Payload.GetProperty("stopReason").GetString());
    }

    [Fact]
    public async Task A_tool_call_looks_like_the_recording()
    {
        await using var fixture = await AgentFixture.StartAsync();
        fixture.Tools.Add(
            "apply_patch",
            static (_, _) => ValueTask.FromResult(ToolResult.Text("unused")),
            """{"type":"object","properties":{"input":{"type":"string"}},"required":["input"]}""");
        fixture.Model.Calls(("call_1", "apply_patch", "{}")).Says("Hello", " from the fake model.");

        await fixture.SendAsync("toolrun now", "run-tool-4");
        await fixture.EndOfAsync("run-tool-4");

        Compare("chat-tool-events.jsonl", "run-tool-4", fixture);
        var result = fixture.Events.Of("run-tool-4").Single(static one => GoldenRun.LabelOf(one.Event, one.Payload) == "agent tool result");
        Assert.Equal(
            "Validation failed for tool \"apply_patch\":\n  - input: must have required properties input\n\nReceived arguments:\n{}",
            result.Payload.GetProperty("data").GetProperty("result").GetProperty("content")[0].GetProperty("text").GetString());
        Assert.All(
            fixture.Events.All.Where(static one => one.Name == "agent" && JsonElement.Parse(one.Payload.Span).GetProperty("stream").GetString() == "tool"),
            static one => Assert.Equal("tool-events", one.RequiredCapability));
    }

    [Fact]
    public async Task An_agent_run_answers_twice_and_looks_like_the_recording()
    {
        await using var fixture = await AgentFixture.StartAsync();
        fixture.Model.Says("Hello", " from the fake", " model.");

        await fixture.BeginAsync(
            "agent", """{"message":"hello agent","sessionKey":"agent:main:main","idempotencyKey":"agent-run-11"}""", out var answers).WaitAsync(AgentFixture.Patience);

        var both = answers.All.ToArray();
        Assert.Equal(2, both.Length);
        Assert.Equal(["runId", "sessionKey", "agentId", "status", "acceptedAt"], both[0].EnumerateObject().Select(static member => member.Name));
        Assert.Equal("accepted", both[0].GetProperty("status").GetString());
        Assert.Equal("ok", both[1].GetProperty("status").GetString());
        Assert.Equal("completed", both[1].GetProperty("summary").GetString());
        Assert.Equal("Hello from the fake model.", both[1].GetProperty("result").GetProperty("payloads")[0].GetProperty("text").GetString());
        Assert.Equal(JsonValueKind.Null, both[1].GetProperty("result").GetProperty("payloads")[0].GetProperty("mediaUrl").ValueKind);
        Assert.Equal(15, both[1].GetProperty("result").GetProperty("meta").GetProperty("agentMeta").GetProperty("usage").GetProperty("total").GetInt64());
        // In this recording the last delta was held back until after the end; the others have it before.
        Compare("agent-wait.jsonl", "agent-run-2", fixture, "agent-run-11");
    }

    [Fact]
    public async Task A_failed_agent_run_looks_like_the_recording()
    {
        await using var fixture = await AgentFixture.StartAsync();
        fixture.Model.Fails(new ModelException(ModelFailure.InvalidRequest, "the provider rejected the request."));

        var error = await Assert.ThrowsAsync<Rpc.RpcException>(() => fixture.AskAsync(
            "agent", """{"message":"failrun agent","sessionKey":"agent:main:main","idempotencyKey":"agent-run-33"}"""));

        Assert.Equal("UNAVAILABLE", error.Error.Code);
        Assert.Equal(["runId", "status", "summary"], error.Payload!.Value.EnumerateObject().Select(static member => member.Name));
        Assert.Equal("error", error.Payload!.Value.GetProperty("status").GetString());
        Assert.Equal(error.Error.Message, error.Payload!.Value.GetProperty("summary").GetString());
        Compare(GoldenRun.Recorded("agent-error.jsonl", "agent-run-33"), fixture.Events.Of("agent-run-33"), alsoOurs: ["errorKind"]);
    }

    [Fact]
    public async Task Protocol_3_sees_the_events_it_knows_under_the_key_it_used()
    {
        await using var fixture = await AgentFixture.StartAsync();
        fixture.Model.Says("Hello", " from the fake model.");

        await fixture.SendAsync("hello there", "v3-run-1");
        await fixture.EndOfAsync("v3-run-1");

        var ours = fixture.Events.All
            .Where(static one => one.LegacyPayload is not { IsEmpty: true })
            .Select(static one => (one.Name, JsonElement.Parse((one.LegacyPayload ?? one.Payload).Span)))
            .ToList();
        Assert.Equal(GoldenRun.OrderOf(GoldenRun.Recorded("v3-chat-send.jsonl", "v3-run-1")), GoldenRun.OrderOf(ours));
        Assert.All(ours, static one => Assert.Equal("main", one.Item2.GetProperty("sessionKey").GetString()));
    }

    private static void Compare(string file, string runId, AgentFixture fixture, string? ourRunId = null) =>
        Compare(GoldenRun.Recorded(file, runId), fixture.Events.Of(ourRunId ?? runId));

    private static void Compare(
        List<(string Name, JsonElement Payload)> recorded, IReadOnlyList<(string Event, JsonElement Payload)> ours, string[]? alsoOurs = null)
    {
        Assert.Equal(GoldenRun.OrderOf(recorded), GoldenRun.OrderOf(ours));
        foreach (var (name, payload) in ours)
        {
            var label = GoldenRun.LabelOf(name, payload);
            var expected = recorded.First(one => GoldenRun.LabelOf(one.Name, one.Payload) == label).Payload;
            Assert.Equal(GoldenRun.MembersOf(expected), GoldenRun.MembersOf(payload).Except(alsoOurs ?? []));
        }

        var numbers = ours.Select(static one => one.Payload.GetProperty("seq").GetInt64()).ToList();
        Assert.Equal(numbers.Order(), numbers);
        Assert.Equal(1, numbers[0]);
    }

    private static string? FinalText(AgentFixture fixture, string runId) =>
        fixture.Events.Of(runId)[^1].Payload.GetProperty("message").GetProperty("content")[0].GetProperty("text").GetString();
}
