using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenClaw.Agents;
using OpenClaw.Content;
using OpenClaw.Host.Agents.Compaction;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model.Agents;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Tests.Agents.Fakes;

namespace OpenClaw.Host.Tests.Agents.Compaction;

public sealed class CompactionTests
{
    private const string Summary = "## Summary\nThey spoke of cats.\n## Open questions\nnone\n## Identifiers\n/tmp/cat";

    [Fact]
    public async Task A_command_puts_a_summary_in_the_place_of_old_turns_and_keeps_the_newest()
    {
        await using var fixture = await TalkAsync(turns: 4);
        fixture.Model.Says(Summary).Says("sure");

        await SayAsync(fixture, "/compact the cats", "c1");
        var asked = fixture.Model.Requests.Last();
        await SayAsync(fixture, "go on", "r9");

        Assert.Contains("the cats", asked.SystemPrompt, StringComparison.Ordinal);
        Assert.Contains("question 0", TextsOf(asked)[0], StringComparison.Ordinal);
        var seen = TextsOf(fixture.Model.Requests.Last());
        Assert.Contains("They spoke of cats.", seen[0], StringComparison.Ordinal);
        Assert.Equal(["question 1", "answer 1", "question 2", "answer 2", "question 3", "answer 3", "go on"], seen[1..]);
        var history = await fixture.HistoryAsync();
        Assert.Equal(12, history.GetProperty("totalMessages").GetInt64());
        Assert.Equal(1, (await fixture.Get<SessionStore>().FindAsync("agent:main:main", CancellationToken.None))!.Compactions);
    }

    [Fact]
    public async Task The_method_tells_its_beginning_and_end()
    {
        await using var fixture = await TalkAsync(turns: 4);
        fixture.Model.Says(Summary);

        var answer = await fixture.AskAsync("sessions.compact", """{"key":"main"}""");

        Assert.Equal("""{"ok":true,"key":"agent:main:main","compacted":true}""", answer.GetRawText());
        var phases = fixture.Events.All.Where(static one => one.Name == "session.operation")
            .Select(static one => JsonElement.Parse(one.Payload.Span).GetProperty("phase").GetString());
        Assert.Equal(["start", "end"], phases);
    }

    [Fact]
    public async Task A_small_session_is_left_alone()
    {
        await using var fixture = await TalkAsync(turns: 2);

        var answer = await fixture.AskAsync("sessions.compact", """{"key":"main"}""");

        Assert.Equal("Nothing to compact (session too small)", answer.GetProperty("reason").GetString());
        Assert.False(answer.GetProperty("ok").GetBoolean());
        Assert.Equal(2, fixture.Model.Requests.Count);
    }

    [Fact]
    public async Task Without_a_valid_summary_the_conversation_is_unchanged()
    {
        await using var fixture = await TalkAsync(turns: 4);
        fixture.Model.Says("too short").Says("## Summary only, which is long enough to be read").Says("x").Says("fine");

        var answer = await fixture.AskAsync("sessions.compact", """{"key":"main"}""");
        await SayAsync(fixture, "go on", "r9");

        Assert.Contains("unchanged", answer.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal(9, TextsOf(fixture.Model.Requests.Last()).Count);
    }

    [Fact]
    public async Task A_summary_that_never_comes_is_given_up_in_time()
    {
        await using var fixture = await TalkAsync(turns: 4);
        fixture.Model.Hangs("", ignoresCancellation: true);
        var asking = fixture.AskAsync("sessions.compact", """{"key":"main"}""");

        var answer = await fixture.Time.AdvanceUntilAsync(asking, TimeSpan.FromSeconds(30));

        Assert.Contains("within 180 seconds", answer.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conversation_beyond_the_threshold_is_summarised_before_the_call()
    {
        await using var fixture = await TalkAsync(turns: 4, threshold: 150);
        fixture.Model.Says(Summary).Says("fine");

        await SayAsync(fixture, "go on", "r9");

        Assert.Contains("They spoke of cats.", TextsOf(fixture.Model.Requests.Last())[0], StringComparison.Ordinal);
        Assert.Equal(["start", "end"], PhasesOf(fixture, "r9"));
    }

    [Theory]
    [InlineData('a')]
    [InlineData('\u4E2D')]
    public async Task No_conversation_is_taken_for_shorter_than_it_is(char letter)
    {
        await using var fixture = await TalkAsync(turns: 1);
        for (var i = 0; i < 30; i++)
        {
            fixture.Model.Says("ok \U0001F600");
            await SayAsync(fixture, new string(letter, 40), $"more-{i}");
        }

        var session = (await fixture.Get<SessionStore>().FindAsync("agent:main:main", CancellationToken.None))!.SessionId;
        var compactor = fixture.Get<TranscriptCompactor>();
        var tokens = (await compactor.ViewAsync(session, CancellationToken.None)).TokensBeside(0);

        Assert.True(await compactor.IsLongerAsync(session, tokens - 1, 0, CancellationToken.None));
        Assert.False(await compactor.IsLongerAsync(session, tokens, 0, CancellationToken.None));
        Assert.False(await compactor.IsLongerAsync(session, tokens * 2, 0, CancellationToken.None));
    }

    [Fact]
    public async Task An_overflow_is_summarised_and_asked_again()
    {
        await using var fixture = await TalkAsync(turns: 4);
        fixture.Model.Fails(Overflow()).Says(Summary).Says("fine");

        await SayAsync(fixture, "go on", "r9");

        Assert.Equal("final", fixture.Events.Of("r9")[^1].Payload.GetProperty("state").GetString());
        Assert.Equal(["start", "end"], PhasesOf(fixture, "r9"));
    }

    [Fact]
    public async Task An_overflow_that_stays_is_an_error_in_the_end()
    {
        await using var fixture = await TalkAsync(turns: 20);
        for (var i = 0; i < 4; i++)
            fixture.Model.Fails(Overflow()).Says(Summary);

        await SayAsync(fixture, "go on", "r9");

        var last = fixture.Events.Of("r9")[^1].Payload;
        Assert.Equal("error", last.GetProperty("state").GetString());
        Assert.Equal("context_length", last.GetProperty("errorKind").GetString());
        Assert.InRange(PhasesOf(fixture, "r9").Count, 2, 6);
    }

    private static async Task<AgentFixture> TalkAsync(int turns, double? threshold = null)
    {
        var defaults = AgentFixture.Config.Agents.Defaults with { Compaction = new CompactionConfig { KeepRecentTokens = 10 } };
        var config = AgentFixture.Config with
        {
            Agents = AgentFixture.Config.Agents with { Defaults = defaults },
        };
        var source = new ChangingConfig { Current = config };
        var fixture = await AgentFixture.StartAsync(add: services => services.Replace(ServiceDescriptor.Singleton<IConfigSource>(source)));
        for (var i = 0; i < turns; i++)
        {
            fixture.Model.Says($"answer {i}");
            await SayAsync(fixture, $"question {i}", $"r-{i}");
        }

        if (threshold is not null)
            source.Current = config with { Session = config.Session with { CompactThreshold = threshold } };
        return fixture;
    }

    private static async Task SayAsync(AgentFixture fixture, string message, string runId)
    {
        await fixture.SendAsync(message, runId);
        await fixture.EndOfAsync(runId);
    }

    private static ModelException Overflow() => new(ModelFailure.ContextOverflow, "too long") { HttpStatus = 400 };

    private static List<string> TextsOf(ModelRequest request) =>
        [.. request.Messages.Select(static message => string.Concat(message.Parts.OfType<TextPart>().Select(static part => part.Text)))];

    private static List<string?> PhasesOf(AgentFixture fixture, string runId) =>
        [.. fixture.Events.Of(runId)
            .Where(static one => one.Event == "agent" && one.Payload.GetProperty("stream").GetString() == "compaction")
            .Select(static one => one.Payload.GetProperty("data").GetProperty("phase").GetString())];

    private sealed class ChangingConfig : IConfigSource
    {
        public required OpenClawConfig Current { get; set; }
    }
}
