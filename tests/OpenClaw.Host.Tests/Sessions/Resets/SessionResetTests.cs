using OpenClaw.Host.Agents;
using OpenClaw.Host.Configuration.Model.Sessions;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Sessions.Feed;
using OpenClaw.Host.Sessions.Resets;
using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Host.Storage;
using OpenClaw.Host.Tests.Agents.Fakes;

namespace OpenClaw.Host.Tests.Sessions.Resets;

public sealed class SessionResetTests
{
    private static readonly SessionResetConfig Idle = new() { Mode = SessionResetMode.Idle, IdleMinutes = 30 };

    [Fact]
    public async Task A_message_after_the_quiet_time_begins_a_new_conversation_under_the_same_key_and_with_the_same_choices()
    {
        await using var fixture = await StartAsync(new SessionConfig { Reset = Idle });
        await fixture.AskAsync("sessions.patch", """{"key":"main","label":"Mine","model":"fake/other","thinkingLevel":"high"}""");
        await SayAsync(fixture, "one", "r1");
        var before = await SessionAsync(fixture);

        fixture.Time.Advance(TimeSpan.FromMinutes(30));
        await SayAsync(fixture, "two", "r2");
        await SayAsync(fixture, "two", "r2");

        var after = await SessionAsync(fixture);
        Assert.NotEqual(before.SessionId, after.SessionId);
        Assert.Equal((before.Key, "Mine", "other", "high"), (after.Key, after.Label, after.Settings.Model, after.Settings.ThinkingLevel));
        Assert.Equal(2, (await fixture.HistoryAsync()).GetProperty("messages").GetArrayLength());
        Assert.Single(fixture.Model.Requests.Last().Messages);
        Assert.Equal(1, await ArchivedAsync(fixture, before.SessionId));
        Assert.Equal(2, await fixture.Get<SqliteDatabase>().ReadAsync(connection => connection.Scalar<long>("SELECT count(*) FROM messages WHERE session_id = $id", ("$id", before.SessionId))));
    }

    [Fact]
    public async Task Listeners_are_told_that_a_conversation_ended_by_itself()
    {
        await using var fixture = await StartAsync(new SessionConfig { Reset = Idle });
        await SayAsync(fixture, "one", "r1");
        fixture.Time.Advance(TimeSpan.FromHours(1));

        var order = new RunOrder(MainOf(fixture), "r2", RunSurface.Chat, new RunInput { Message = "two" });
        var first = await fixture.Get<RunStore>().AcceptAsync(order, CancellationToken.None);
        var again = await fixture.Get<RunStore>().AcceptAsync(order, CancellationToken.None);

        Assert.Equal((true, ChangeReasons.Reset), (first.IsNew, first.StartedOver));
        Assert.Equal((false, null, first.Run.SessionId), (again.IsNew, again.StartedOver, again.Run.SessionId));
    }

    [Fact]
    public async Task Turns_that_nobody_asked_for_neither_end_a_conversation_nor_keep_it_fresh()
    {
        await using var fixture = await StartAsync(new SessionConfig { Reset = Idle });
        await SayAsync(fixture, "one", "r1");
        var before = await SessionAsync(fixture);
        fixture.Time.Advance(TimeSpan.FromMinutes(29));

        await RunAsync(fixture, "b1", isBackground: true);
        fixture.Time.Advance(TimeSpan.FromMinutes(2));
        await RunAsync(fixture, "b2", isBackground: true);

        var between = await SessionAsync(fixture);
        Assert.Equal((before.SessionId, before.LastInteractionAt), (between.SessionId, between.LastInteractionAt));
        await RunAsync(fixture, "p1", isBackground: false);
        Assert.NotEqual(before.SessionId, (await SessionAsync(fixture)).SessionId);
    }

    [Fact]
    public async Task A_conversation_at_work_is_not_over()
    {
        await using var fixture = await StartAsync(new SessionConfig { Reset = new SessionResetConfig { Mode = SessionResetMode.Daily, AtHour = 11 } });
        fixture.Model.Hangs("thinking ");
        await fixture.SendAsync("one", "r1");
        await fixture.StartOfAsync("r1");
        var before = await SessionAsync(fixture);
        fixture.Time.Advance(TimeSpan.FromHours(2));

        await fixture.Get<RunStore>().AcceptAsync(new RunOrder(MainOf(fixture), "r2", RunSurface.Chat, new RunInput { Message = "two" }), CancellationToken.None);

        Assert.Equal(before.SessionId, (await SessionAsync(fixture)).SessionId);
    }

    [Fact]
    public async Task A_turn_that_nobody_asked_for_ends_in_the_transcript_it_began_in()
    {
        await using var fixture = await StartAsync(new SessionConfig { Reset = Idle });
        await SayAsync(fixture, "one", "r1");
        fixture.Time.Advance(TimeSpan.FromHours(1));
        var runs = fixture.Get<RunStore>();
        var job = await runs.AcceptAsync(new RunOrder(MainOf(fixture), "b1", RunSurface.Agent, new RunInput { Message = "job", IsBackground = true }), CancellationToken.None);

        var message = await runs.AcceptAsync(new RunOrder(MainOf(fixture), "p1", RunSurface.Chat, new RunInput { Message = "two" }), CancellationToken.None);

        Assert.NotEqual(job.Run.SessionId, message.Run.SessionId);
        Assert.Equal(1, await ArchivedAsync(fixture, job.Run.SessionId));
    }

    [Theory]
    [InlineData("agent:main:chat:group:g1", null, true)]
    [InlineData("agent:main:chat:group:g1:thread:t1", null, false)]
    [InlineData("agent:main:main", null, false)]
    [InlineData("agent:main:other:group:g1", null, false)]
    [InlineData("agent:main:main", "chat", true)]
    public async Task The_rule_of_the_channel_comes_before_that_of_the_kind_and_the_general_one(string key, string? channel, bool isOver)
    {
        var never = new SessionResetConfig();
        await using var fixture = await StartAsync(new SessionConfig
        {
            Reset = never,
            ResetByType = new Dictionary<string, SessionResetConfig> { ["group"] = Idle, ["thread"] = never },
            ResetByChannel = new Dictionary<string, SessionResetConfig> { ["other"] = never, ["Direct-Chat"] = Idle },
        });
        var address = fixture.Get<SessionKeyParser>().Parse(key);
        var route = channel is null ? null : new ReplyRoute { Channel = "direct-chat", AccountId = "default", ChatId = "c" };
        var input = new RunInput { Message = "hi", Route = route };
        var runs = fixture.Get<RunStore>();
        await runs.AcceptAnsweredAsync(new RunOrder(address, "r1", RunSurface.Chat, input), new RunOutcome(), static _ => [], CancellationToken.None);
        fixture.Time.Advance(TimeSpan.FromHours(1));

        var second = await runs.AcceptAsync(new RunOrder(address, "r2", RunSurface.Chat, input), CancellationToken.None);

        Assert.Equal(isOver, second.StartedOver is not null);
    }

    [Fact]
    public async Task A_new_conversation_and_its_first_message_are_one()
    {
        await using var fixture = await StartAsync(new SessionConfig());
        await SayAsync(fixture, "one", "r1");
        var before = await SessionAsync(fixture);
        var runs = fixture.Get<RunStore>();
        var ended = (await runs.FindAsync("r1", CancellationToken.None))!;
        var order = new RunOrder(MainOf(fixture), "r2", RunSurface.Chat, new RunInput { Message = "two" }) { Start = new SessionStart(ChangeReasons.New) };

        // What fails behind the reset takes the reset back.
        await Assert.ThrowsAsync<RunSupersededException>(async () =>
            await runs.AcceptAsync(order with { Displaced = DisplacedRun.Dropped(ended with { State = RunState.Accepted }) }, CancellationToken.None));
        Assert.Equal(before, await SessionAsync(fixture));
        Assert.Null(await runs.FindAsync("r2", CancellationToken.None));

        var first = await runs.AcceptAsync(order, CancellationToken.None);
        var again = await runs.AcceptAsync(order, CancellationToken.None);
        Assert.NotEqual(before.SessionId, first.Run.SessionId);
        Assert.Equal(first.Run.SessionId, again.Run.SessionId);
        await Assert.ThrowsAsync<SessionBusyException>(async () => await runs.AcceptAsync(order with { RunId = "r3" }, CancellationToken.None));
    }

    private static Task<AgentFixture> StartAsync(SessionConfig session) => AgentFixture.StartAsync(AgentFixture.Config with { Session = session });

    private static SessionAddress MainOf(AgentFixture fixture) => fixture.Get<SessionKeyParser>().Main();

    private static async Task<SessionEntry> SessionAsync(AgentFixture fixture) =>
        (await fixture.Get<SessionStore>().FindAsync(MainOf(fixture).Key, CancellationToken.None))!;

    private static async Task<long> ArchivedAsync(AgentFixture fixture, string sessionId) => await fixture.Get<SqliteDatabase>().ReadAsync(
        connection => connection.Scalar<long>("SELECT count(*) FROM archived_transcripts WHERE session_id = $id AND reason = 'reset'", ("$id", sessionId)));

    private static async Task SayAsync(AgentFixture fixture, string message, string runId)
    {
        fixture.Model.Says("ok");
        await fixture.SendAsync(message, runId);
        await fixture.EndOfAsync(runId);
    }

    private static async Task RunAsync(AgentFixture fixture, string runId, bool isBackground)
    {
        fixture.Model.Says("ok");
        var request = new RunRequest(runId, MainOf(fixture), RunSurface.Agent, new RunInput { Message = "do", IsBackground = isBackground });
        await (await fixture.Runtime.SubmitAsync(request, CancellationToken.None)).Completion.WaitAsync(AgentFixture.Patience);
    }
}
