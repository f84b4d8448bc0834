using System.Runtime.CompilerServices;
using System.Text.Json;
using OpenClaw.Agents;
using OpenClaw.Content;
using OpenClaw.Host.Agents;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Tests.Agents.Fakes;
using OpenClaw.Tools;

namespace OpenClaw.Host.Tests.Agents;

/// <summary>Models and clients that behave as none should: every run ends, in bounds, and says why.</summary>
public sealed class BadInputTests
{
    private static readonly AgentLimits Tight = new() { MaxAnswerCharacters = 200_000, MaxUpdatesPerAnswer = 100_000, MaxToolRounds = 20 };

    [Fact]
    public async Task A_model_that_never_stops_talking_is_stopped()
    {
        await using var fixture = await AgentFixture.StartAsync(limits: Tight);
        fixture.Model.Always = static (_, token) => Endless(new TextDelta("and so on "), token);

        Assert.Contains("the answer grew beyond 200000 characters", await FailureOfAsync(fixture, "r1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_never_stops_thinking_is_stopped()
    {
        await using var fixture = await AgentFixture.StartAsync(limits: Tight);
        fixture.Model.Always = static (_, token) => Endless(new ThinkingDelta("let me see "), token);

        Assert.Contains("the answer grew beyond 200000 characters", await FailureOfAsync(fixture, "r1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_sends_nothing_without_end_is_stopped()
    {
        await using var fixture = await AgentFixture.StartAsync(limits: Tight);
        fixture.Model.Always = static (_, token) => Endless(new TextDelta(""), token);

        Assert.Contains("the answer came in more than 100000 pieces", await FailureOfAsync(fixture, "r1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_is_silent_for_good_is_ended_at_the_deadline()
    {
        await using var fixture = await AgentFixture.StartAsync();
        fixture.Model.Hangs("", ignoresCancellation: true);
        await fixture.AskAsync("chat.send", """{"sessionKey":"main","message":"hi","idempotencyKey":"r1","timeoutMs":5000}""");
        await fixture.StartOfAsync("r1");

        var end = fixture.EndOfAsync("r1").ContinueWith(static _ => true, TaskScheduler.Default);
        Assert.True(await fixture.Time.AdvanceUntilAsync(end, TimeSpan.FromSeconds(1)));
        Assert.Contains("Request timed out", await ErrorOfAsync(fixture, "r1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_calls_tools_without_end_is_stopped_also_when_each_call_is_another()
    {
        await using var fixture = await AgentFixture.StartAsync(limits: Tight);
        var calls = 0;
        fixture.Tools.Add("look", static (_, _) => ValueTask.FromResult(ToolResult.Text("nothing")));
        fixture.Model.Always = (_, token) => FakeAgentProvider.Stream(
            [
                new ToolCallRequested(new ToolCallPart($"c{calls++}", "look", JsonElement.Parse($$"""{"at":{{calls}}}"""))),
                new ModelStopped(ModelStopReason.ToolCalls),
            ],
            token);

        Assert.Contains("called tools 20 times in a row", await FailureOfAsync(fixture, "r1"), StringComparison.Ordinal);
        Assert.Equal(20, calls - 1);
    }

    [Fact]
    public async Task A_hundred_thousand_pieces_make_one_answer_and_few_events()
    {
        await using var fixture = await AgentFixture.StartAsync();
        fixture.Model.Plays(FakeAgentProvider.Answer([.. Enumerable.Repeat(new TextDelta("x"), 100_000)]));
        await fixture.SendAsync("go on", "r1");
        await fixture.EndOfAsync("r1");

        var events = fixture.Events.Of("r1");
        var text = events.Single(static one => one.Event == "chat" && one.Payload.GetProperty("state").GetString() == "final").Payload.GetProperty("message").GetProperty("content")[0].GetProperty("text").GetString();
        Assert.Equal(100_000, text!.Length);
        Assert.InRange(events.Count(), 1, 500);
    }

    [Fact]
    public async Task Half_characters_of_a_model_come_out_whole_or_replaced_and_never_split()
    {
        await using var fixture = await AgentFixture.StartAsync();
        // A pair cut between two pieces, a half that nothing follows, and a NUL.
        fixture.Model.Says("so \ud83d", "\ude00 and \ud83d then", " \0 end \ude00");
        await fixture.SendAsync("go on", "r1");
        await fixture.EndOfAsync("r1");

        var stored = (await fixture.HistoryAsync()).GetProperty("messages").EnumerateArray().Last().GetProperty("content")[0].GetProperty("text").GetString();
        Assert.Equal("so 😀 and \ufffd then \0 end \ufffd", stored);
        var deltas = string.Concat(fixture.Events.Of("r1")
            .Where(static one => one.Event == "chat" && one.Payload.TryGetProperty("deltaText", out _)).Select(static one => one.Payload.GetProperty("deltaText").GetString()));
        Assert.StartsWith("so 😀 and ", deltas, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("chat.send")]
    [InlineData("agent")]
    public async Task A_message_beyond_the_limit_is_refused_with_the_limit(string method)
    {
        await using var fixture = await AgentFixture.StartAsync();
        var error = await Assert.ThrowsAsync<RpcException>(() => fixture.AskAsync(
            method, $$"""{"sessionKey":"main","message":"{{new string('x', 1_048_577)}}","idempotencyKey":"r1"}"""));

        Assert.Equal("INVALID_REQUEST", error.Error.Code);
        Assert.Equal($"invalid {method} params: message is 1048577 characters long; 1048576 are allowed. Send long texts as files", error.Message);
    }

    [Theory]
    [InlineData("chat.send")]
    [InlineData("agent")]
    public async Task An_image_beyond_the_limit_is_refused_with_the_limit(string method)
    {
        await using var fixture = await AgentFixture.StartAsync();
        var image = new byte[6_291_457];
        ((byte[])[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]).CopyTo(image, 0);
        var error = await Assert.ThrowsAsync<RpcException>(() => fixture.AskAsync(
            method, $$"""{"sessionKey":"main","message":"look","idempotencyKey":"r1","attachments":[{"mimeType":"image/png","fileName":"a.png","content":"{{Convert.ToBase64String(image)}}"}]}"""));

        Assert.Equal("INVALID_REQUEST", error.Error.Code);
        Assert.Contains("6291456", error.Message.Replace(",", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static async Task<string> FailureOfAsync(AgentFixture fixture, string runId)
    {
        await fixture.SendAsync("go on", runId);
        await fixture.EndOfAsync(runId);
        return await ErrorOfAsync(fixture, runId);
    }

    private static Task<string> ErrorOfAsync(AgentFixture fixture, string runId) => Task.FromResult(
        fixture.Events.Of(runId).Single(static one => one.Event == "chat" && one.Payload.GetProperty("state").GetString() == "error").Payload.GetProperty("errorMessage").GetString()!);

    private static async IAsyncEnumerable<ModelUpdate> Endless(ModelUpdate update, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
            yield return update;
        }
    }
}
