using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenClaw.Channels;
using OpenClaw.Host.Agents;
using OpenClaw.Host.Agents.Delivery;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model.Agents;
using OpenClaw.Host.Scheduling;
using OpenClaw.Host.Scheduling.Heartbeats;
using OpenClaw.Host.Scheduling.Wakes;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Host.Storage;
using OpenClaw.Host.Tests.Agents.Fakes;

namespace OpenClaw.Host.Tests.Scheduling;

/// <summary>Turns that agents have from time to time without being asked.</summary>
public sealed class HeartbeatTests
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(30);

    [Fact]
    public async Task After_each_interval_the_agent_has_a_turn_with_the_prompt_word_for_word()
    {
        await using var fixture = await StartAsync(new HeartbeatConfig { Target = "none", Prompt = "Look around." });
        fixture.Model.Says("All quiet, but the tea is ready.");
        await BeatAsync(fixture, "sent");

        var heartbeat = (await fixture.AskAsync("last-heartbeat", "{}"));
        Assert.Equal(("sent", "webchat"), (heartbeat.GetProperty("status").GetString(), heartbeat.GetProperty("channel").GetString()));
        Assert.Equal("Look around.", (await fixture.HistoryAsync()).GetProperty("messages")[0].GetProperty("content").GetString());
        Assert.True(fixture.Time.GetUtcNow() - Begin >= Every);
    }

    [Theory]
    [InlineData("HEARTBEAT_OK", "ok-token")]
    [InlineData("HEARTBEAT_OK nothing to see", "ok-token")]
    [InlineData("nothing to see HEARTBEAT_OK", "ok-token")]
    [InlineData("NO_REPLY", "ok-empty")]
    [InlineData("  ", "ok-empty")]
    public async Task A_silent_answer_is_delivered_to_nobody_and_marked_in_the_transcript(string answer, string status)
    {
        var chat = new FakeChats();
        await using var fixture = await StartAsync(new HeartbeatConfig { Target = "fake", To = "42" }, chat);
        fixture.Model.Says(answer);
        await BeatAsync(fixture, status);

        var messages = (await fixture.HistoryAsync()).GetProperty("messages");
        Assert.True(messages[1].GetProperty("openclawSilent").GetBoolean());
        Assert.Equal("42", Assert.Single(chat.Ended).Input.Route!.ChatId);
        Assert.Null(SilentReplies.ToDeliver(chat.Ended.Single().Input, answer));
    }

    [Theory]
    [InlineData(300, true, false)]
    [InlineData(301, false, false)]
    [InlineData(300, true, true)]
    [InlineData(301, false, true)]
    public void Beside_the_token_an_answer_may_have_300_characters(int beside, bool isSilent, bool isBehind)
    {
        var rest = new string('x', beside);
        var input = new RunInput { Message = "", Origin = RunOrigins.Heartbeat };
        var told = SilentReplies.ToDeliver(input, isBehind ? $"{rest} HEARTBEAT_OK" : $"HEARTBEAT_OK {rest}");

        Assert.Equal(isSilent ? null : rest, told);
    }

    [Fact]
    public void A_token_in_the_middle_of_an_answer_or_said_to_a_person_means_nothing()
    {
        Assert.Equal("all HEARTBEAT_OK here", SilentReplies.ToDeliver(new RunInput { Message = "", Origin = RunOrigins.Heartbeat }, "all HEARTBEAT_OK here"));
        Assert.Equal("HEARTBEAT_OK", SilentReplies.ToDeliver(new RunInput { Message = "" }, "HEARTBEAT_OK"));
    }

    [Theory]
    [InlineData("last")]
    [InlineData("owner")]
    [InlineData("fake")]
    [InlineData("gone")]
    public async Task Without_a_way_to_anybody_there_is_no_turn(string target)
    {
        await using var fixture = await StartAsync(new HeartbeatConfig { Target = target }, new FakeChats());
        await BeatAsync(fixture, "skipped");

        Assert.Equal("no-route", (await fixture.AskAsync("last-heartbeat", "{}")).GetProperty("reason").GetString());
        Assert.Empty(fixture.Model.Requests);
    }

    [Fact]
    public async Task The_owner_and_the_last_chat_are_found()
    {
        var chat = new FakeChats();
        await using var fixture = await StartAsync(new HeartbeatConfig { Target = "last" }, chat, """{"commands":{"ownerAllowFrom":["7","fake:7"]}}""");
        var routes = fixture.Get<HeartbeatRoutes>();
        await SpeakAsync(fixture, ChatKind.Group);

        Assert.Equal("g1", (await routes.OfAsync(new HeartbeatConfig { Target = "last" }, "agent:main:main", default)).Route!.ChatId);
        Assert.Equal("g1", (await routes.OfAsync(new HeartbeatConfig { Target = "fake" }, "agent:main:main", default)).Route!.ChatId);
        Assert.Equal("fake:7", (await routes.OfAsync(new HeartbeatConfig { Target = "owner" }, "agent:main:main", default)).Route!.ChatId);
        Assert.Null((await routes.OfAsync(new HeartbeatConfig { Target = "owner", BlocksDirect = true }, "agent:main:main", default)).Route);
    }

    [Fact]
    public async Task An_agent_that_is_to_deliver_without_a_target_answers_where_its_session_was_last_spoken_to_from()
    {
        var chat = new FakeChats();
        await using var fixture = await StartAsync(new HeartbeatConfig { Target = "last" }, chat);
        await SpeakAsync(fixture, ChatKind.Group);
        fixture.Model.Says("later").Says("elsewhere");
        await fixture.AskAsync("agent", """{"message":"tell them","idempotencyKey":"a1","deliver":true}""");
        await fixture.AskAsync("agent", """{"message":"tell them","idempotencyKey":"a2","deliver":true,"channel":"other"}""");

        Assert.Equal("g1", (await fixture.Runtime.FindAsync("a1", default))!.Run.Input.Route!.ChatId);
        Assert.Null((await fixture.Runtime.FindAsync("a2", default))!.Run.Input.Route);
    }

    [Fact]
    public async Task A_busy_session_is_left_alone_and_looked_at_again_a_minute_later()
    {
        await using var fixture = await StartAsync(new HeartbeatConfig { Target = "none" });
        var gate = new TaskCompletionSource();
        fixture.Model.Waits(gate.Task, "yes").Says("HEARTBEAT_OK");
        await fixture.SendAsync("hello", "r1");
        await fixture.StartOfAsync("r1");
        await BeatAsync(fixture, "skipped");
        Assert.Equal("requests-in-flight", (await fixture.AskAsync("last-heartbeat", "{}")).GetProperty("reason").GetString());
        gate.SetResult();
        await fixture.EndOfAsync("r1");

        await BeatAsync(fixture, "ok-token", after: TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData("# Heartbeat\n\n<!-- nothing\n here -->\n- [ ]\n", true)]
    [InlineData("", true)]
    [InlineData("# Heartbeat\n- look at the oven\n", false)]
    public async Task An_empty_list_of_tasks_is_no_reason_for_a_turn(string tasks, bool isEmpty)
    {
        await using var fixture = await StartAsync(new HeartbeatConfig { Target = "none" });
        Agents.Prompts.WorkspacePromptTests.Write(fixture, "HEARTBEAT.md", tasks);
        fixture.Model.Says("HEARTBEAT_OK");
        await BeatAsync(fixture, isEmpty ? "skipped" : "ok-token");

        Assert.Equal(isEmpty ? 0 : 1, fixture.Model.Requests.Count);
    }

    [Fact]
    public async Task A_heartbeat_is_no_interaction_and_says_so_in_its_events()
    {
        await using var fixture = await StartAsync(new HeartbeatConfig { Target = "none" });
        fixture.Model.Says("HEARTBEAT_OK");
        await BeatAsync(fixture, "ok-token");
        var session = await fixture.Get<SessionStore>().FindAsync("agent:main:main", default);

        Assert.Null(session!.LastInteractionAt);
        Assert.Contains(fixture.Events.All, static one => one.Name == "agent" && JsonElement.Parse(one.Payload.Span).TryGetProperty("isHeartbeat", out var flag) && flag.GetBoolean());
    }

    [Fact]
    public async Task A_turn_can_be_light_and_have_a_conversation_of_its_own()
    {
        await using var fixture = await StartAsync(new HeartbeatConfig { Target = "none", LightContext = true, IsolatedSession = true });
        Agents.Prompts.WorkspacePromptTests.Write(fixture, "HEARTBEAT.md", "look at the oven");
        Agents.Prompts.WorkspacePromptTests.Write(fixture, "SOUL.md", "calm");
        fixture.Model.Says("HEARTBEAT_OK");
        await BeatAsync(fixture, "ok-token");
        var prompt = fixture.Model.Requests.Single().SystemPrompt!;

        Assert.Contains("look at the oven", prompt, StringComparison.Ordinal);
        Assert.DoesNotContain("calm", prompt, StringComparison.Ordinal);
        Assert.Equal(0, (await fixture.HistoryAsync()).GetProperty("messages").GetArrayLength());
    }

    [Theory]
    [InlineData("08:00", "22:00", "07:59", false)]
    [InlineData("08:00", "22:00", "08:00", true)]
    [InlineData("08:00", "22:00", "21:59", true)]
    [InlineData("08:00", "22:00", "22:00", false)]
    [InlineData("22:00", "06:00", "23:30", true)]
    [InlineData("22:00", "06:00", "05:59", true)]
    [InlineData("22:00", "06:00", "06:00", false)]
    [InlineData("22:00", "06:00", "21:59", false)]
    [InlineData("00:00", "24:00", "23:59", true)]
    [InlineData("09:00", "09:00", "09:00", false)]
    public void Hours_may_go_across_midnight(string start, string end, string at, bool isActive)
    {
        var settings = new AgentDefaultsConfig { Heartbeat = new HeartbeatConfig { ActiveHours = new HeartbeatHours(Minutes(start), Minutes(end), "Asia/Tokyo") } };
        var utc = new DateTimeOffset(2026, 11, 21, 0, 0, 0, TimeSpan.FromHours(9)).AddMinutes(Minutes(at));

        Assert.Equal(isActive, HeartbeatHoursCheck.IsActive(settings, utc.ToUniversalTime(), TimeZoneInfo.Utc));
    }

    [Fact]
    public void Hours_are_those_of_the_user_where_they_name_no_zone()
    {
        var settings = new AgentDefaultsConfig
        {
            UserTimezone = "America/New_York",
            Heartbeat = new HeartbeatConfig { ActiveHours = new HeartbeatHours(Minutes("08:00"), Minutes("09:00"), null) },
        };

        // The clocks there go back on the first of November.
        Assert.True(HeartbeatHoursCheck.IsActive(settings, new DateTimeOffset(2026, 10, 31, 12, 30, 0, TimeSpan.Zero), TimeZoneInfo.Utc));
        Assert.False(HeartbeatHoursCheck.IsActive(settings, new DateTimeOffset(2026, 11, 2, 12, 30, 0, TimeSpan.Zero), TimeZoneInfo.Utc));
        Assert.True(HeartbeatHoursCheck.IsActive(settings, new DateTimeOffset(2026, 11, 2, 13, 30, 0, TimeSpan.Zero), TimeZoneInfo.Utc));
    }

    [Fact]
    public async Task Outside_its_hours_an_agent_is_skipped_once_and_has_its_turn_when_they_begin()
    {
        // The clock of the fixture begins at 10:00.
        await using var fixture = await StartAsync(new HeartbeatConfig { Target = "none", ActiveHours = new HeartbeatHours(12 * 60, 24 * 60, "UTC") });
        fixture.Model.Says("HEARTBEAT_OK");
        await BeatAsync(fixture, "skipped");
        for (var i = 0; i < 89; i++)
        {
            await fixture.Time.WhenTimerDueIn(TimeSpan.FromMinutes(1)).WaitAsync(AgentFixture.Patience);
            fixture.Time.Advance(TimeSpan.FromMinutes(1));
        }

        await BeatAsync(fixture, "ok-token", after: TimeSpan.FromMinutes(1));

        Assert.Equal(12, fixture.Time.GetUtcNow().Hour);
        Assert.Single(fixture.Events.All, static one => one.Name == "heartbeat" && JsonElement.Parse(one.Payload.Span).GetProperty("status").GetString() == "skipped");
    }

    [Theory]
    [InlineData("""{"cron":{"enabled":false}}""", true)]
    [InlineData("{}", false)]
    public async Task Without_the_scheduler_or_when_switched_off_there_are_no_heartbeats(string raw, bool isOn)
    {
        await using var fixture = await StartAsync(new HeartbeatConfig { Target = "none" }, raw: raw);
        if (!isOn)
            await fixture.AskAsync("set-heartbeats", """{"enabled":false}""");
        await BeatAsync(fixture, "skipped");

        Assert.Equal("disabled", (await fixture.AskAsync("last-heartbeat", "{}")).GetProperty("reason").GetString());
    }

    [Fact]
    public void Events_wake_an_agent_every_thirty_seconds_and_all_agents_five_times_a_minute()
    {
        var rate = new WakeRate(new SchedulingLimits());
        var now = Begin;
        Assert.Null(rate.Take("a", now));
        Assert.Equal(TimeSpan.FromSeconds(30), rate.Take("a", now));
        Assert.Null(rate.Take("b", now));
        Assert.Null(rate.Take("c", now));
        Assert.Null(rate.Take("a", now.AddSeconds(30)));
        Assert.Null(rate.Take("b", now.AddSeconds(30)));
        Assert.Equal(TimeSpan.FromSeconds(29), rate.Take("d", now.AddSeconds(31)));
        Assert.Null(rate.Take("d", now.AddSeconds(60)));
    }

    [Fact]
    public void A_clock_that_was_set_back_keeps_nobody_asleep()
    {
        var rate = new WakeRate(new SchedulingLimits { WakesPerWindow = 1 });
        Assert.Null(rate.Take("a", Begin));

        Assert.Null(rate.Take("a", Begin.AddDays(-1)));
    }

    private static DateTimeOffset Begin { get; } = new(2026, 11, 21, 10, 0, 0, TimeSpan.Zero);

    private static int Minutes(string text) => (int.Parse(text[..2], null) * 60) + int.Parse(text[3..], null);

    private static async Task<AgentFixture> StartAsync(HeartbeatConfig heartbeat, FakeChats? chat = null, string raw = "{}")
    {
        var config = new OpenClawConfig
        {
            Agents = AgentFixture.Config.Agents with { Defaults = AgentFixture.Config.Agents.Defaults with { Heartbeat = heartbeat, SkipBootstrap = true } },
            Raw = JsonElement.Parse(raw),
        };
        var fixture = await AgentFixture.StartAsync(config, add: services =>
        {
            if (chat is not null)
                services.AddSingleton<IDeliveryRoutes>(chat).AddSingleton<IRunReplies>(chat);
            services.Replace(ServiceDescriptor.Singleton(new SchedulingLimits { LongestSleep = TimeSpan.FromDays(1) }));
        });
        await fixture.GetAll<Microsoft.Extensions.Hosting.IHostedService>().OfType<HeartbeatLoop>().Single().StartAsync(default);
        return fixture;
    }

    /// <summary>Lets the time pass until the next turn is due, and waits for what becomes of it.</summary>
    private static async Task BeatAsync(AgentFixture fixture, string status, TimeSpan? after = null)
    {
        await fixture.Time.WhenTimerDueIn(after ?? Every).WaitAsync(AgentFixture.Patience);
        fixture.Time.Advance(after ?? Every);
        await fixture.Events.UntilAsync((name, payload) => name == "heartbeat" && payload.GetProperty("status").GetString() == status)
            .WaitAsync(AgentFixture.Patience);
    }

    private static async Task SpeakAsync(AgentFixture fixture, ChatKind kind)
    {
        fixture.Model.Says("yes");
        var input = new RunInput { Message = "hello", Route = new ReplyRoute { Channel = "fake", AccountId = "default", ChatId = "g1", ChatKind = kind } };
        var ticket = await fixture.Runtime.SubmitAsync(
            new RunRequest("c1", fixture.Get<SessionKeyParser>().Main(), RunSurface.Channel, input), default);
        await ticket.Completion.WaitAsync(AgentFixture.Patience);
    }

    private sealed class FakeChats : IDeliveryRoutes, IRunReplies
    {
        public ConcurrentQueue<RunRecord> Ended { get; } = [];

        public ReplyRoute? RouteOf(string to, string? channel, string? accountId, string? threadId, out string? problem)
        {
            var isThere = channel is null or "fake" && (channel is not null || to.StartsWith("fake:", StringComparison.Ordinal));
            problem = isThere ? null : "no such channel";
            return isThere ? new ReplyRoute { Channel = "fake", AccountId = "default", ChatId = to } : null;
        }

        public void Stage(SqliteConnection connection, RunRecord ended) => Ended.Enqueue(ended);

        public void StageNote(SqliteConnection connection, RunRecord run, RunNote note)
        {
        }

        public void Staged()
        {
        }
    }
}
