using System.Text.Json;
using OpenClaw.Agents;
using OpenClaw.Content;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Host.Tests.Agents.Fakes;
using OpenClaw.Tools;

namespace OpenClaw.Host.Tests.Agents.Queueing;

/// <summary>
/// Random interleavings of messages in every queue mode, aborts, resets and kills, against a model of the session: every accepted
/// message ends, each is told at most once, and what a model is shown always reads as a conversation.
/// </summary>
public sealed class ConversationPropertyTests
{
    private const int Steps = 40;
    private static readonly string[] Modes = ["steer", "followup", "interrupt", "collect"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Whatever_happens_in_between_the_conversation_stays_legal_and_every_message_ends(int seed)
    {
        using var directory = new TemporaryDirectory();
        var random = new Random(seed);
        var told = new List<string>();
        var fixture = await StartAsync(directory, random);
        try
        {
            for (var step = 0; step < Steps; step++)
            {
                switch (random.Next(12))
                {
                    case 0:
                        await fixture.AskAsync("chat.abort", """{"sessionKey":"main"}""");
                        break;
                    case 1:
                        await fixture.AskAsync("sessions.reset", """{"key":"main"}""");
                        break;
                    case 2:
                        await fixture.AbandonAsync();
                        fixture = await StartAsync(directory, random);
                        await fixture.Runtime.ResumeAsync(CancellationToken.None);
                        break;
                    case 3:
                        fixture.Time.Advance(TimeSpan.FromSeconds(1));
                        break;
                    default:
                        await SendAsync(fixture, random, told);
                        break;
                }
            }

            foreach (var runId in told)
                await EndAsync(fixture, runId);
            Check(fixture);
            await CheckTranscriptAsync(fixture);
        }
        finally
        {
            await fixture.DisposeAsync();
        }
    }

    private static async Task<AgentFixture> StartAsync(TemporaryDirectory directory, Random random)
    {
        var fixture = await AgentFixture.StartAsync(directory: directory.Path);
        var own = new Random(random.Next());
        fixture.Tools.Add("look", static async (_, _) =>
        {
            await Task.Yield();
            return ToolResult.Text("seen");
        });
        fixture.Model.Always = (request, token) => Answer(own, fixture, request, token);
        return fixture;
    }

    private static IAsyncEnumerable<ModelUpdate> Answer(Random random, AgentFixture fixture, ModelRequest request, CancellationToken cancellationToken)
    {
        CheckLegal(request);
        var calls = request.Messages.Count(static message => message.Role == ModelRole.Tool) % 3 == 2 ? 0 : Roll(random, 3);
        ModelUpdate[] updates = calls == 0
            ? FakeAgentProvider.Answer([new TextDelta("ok")])
            : [
                .. Enumerable.Range(0, calls).Select(i => new ToolCallRequested(new ToolCallPart($"c{fixture.Model.Requests.Count}-{i}", "look", JsonElement.Parse("{}")))),
                new ModelStopped(ModelStopReason.ToolCalls),
            ];
        return FakeAgentProvider.Stream(updates, cancellationToken);
    }

    private static int Roll(Random random, int below)
    {
        lock (random)
            return random.Next(below);
    }

    private static async Task SendAsync(AgentFixture fixture, Random random, List<string> told)
    {
        var runId = $"run-{told.Count}";
        var mode = Modes[random.Next(Modes.Length)];
        try
        {
            await fixture.AskAsync("chat.send", $$"""{"sessionKey":"main","message":"{{runId}}","idempotencyKey":"{{runId}}","queueMode":"{{mode}}"}""");
            told.Add(runId);
        }
        catch (RpcException refused)
        {
            Assert.True(refused.Error.Retryable);
        }
    }

    private static async Task EndAsync(AgentFixture fixture, string runId)
    {
        var ticket = await fixture.Runtime.FindAsync(runId, CancellationToken.None);
        Assert.NotNull(ticket);
        if (!ticket.Run.HasEnded)
            await fixture.Time.AdvanceUntilAsync(ticket.Completion, TimeSpan.FromMilliseconds(100));
        var ended = (await fixture.Get<RunStore>().FindAsync(runId, CancellationToken.None))!;
        Assert.True(ended.HasEnded, $"{runId} is {ended.State}");
        if (ended.State == RunState.Merged)
            Assert.True((await fixture.Get<RunStore>().FindAsync(ended.MergedInto!, CancellationToken.None))!.HasEnded);
        Assert.NotEqual(RunState.Failed, ended.State);
    }

    private static void Check(AgentFixture fixture)
    {
        foreach (var request in fixture.Model.Requests)
            CheckLegal(request);
    }

    // A person may speak twice in a row, a model may not; results follow their calls, each exactly once, before anything else.
    private static void CheckLegal(ModelRequest request)
    {
        Assert.Equal(ModelRole.User, request.Messages[0].Role);
        Assert.NotEqual(ModelRole.Assistant, request.Messages[^1].Role);
        for (var i = 0; i < request.Messages.Count; i++)
        {
            var calls = request.Messages[i].Parts.OfType<ToolCallPart>().Select(static call => call.CallId).ToList();
            var next = i + 1 < request.Messages.Count ? request.Messages[i + 1] : null;
            if (calls.Count > 0)
                Assert.Equal(calls, next!.Parts.OfType<ToolResultPart>().Select(static result => result.CallId));
            else
                Assert.NotEqual(ModelRole.Tool, next?.Role);
        }
    }

    private static async Task CheckTranscriptAsync(AgentFixture fixture)
    {
        var history = await fixture.AskAsync("chat.history", """{"sessionKey":"main","limit":1000}""");
        Assert.Equal(0, history.GetProperty("pendingInputs").GetProperty("total").GetInt64());
        var said = history.GetProperty("messages").EnumerateArray()
            .Where(static message => message.GetProperty("role").GetString() == "user")
            .SelectMany(static message => message.GetProperty("content").GetString()!.Split("\n\n"))
            .ToList();
        Assert.Equal(said.Distinct(), said);
    }
}
