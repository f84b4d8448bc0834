using System.Text.Json;
using OpenClaw.Channels;
using OpenClaw.Host.Channels.Outbox;
using OpenClaw.Host.Channels.Outbox.Replies;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Protocol.Agents;
using OpenClaw.Protocol.Chat;

namespace OpenClaw.Host.Tests.Channels.Outbox;

public sealed class DeliveryRulesTests : IDisposable
{
    private static readonly ReplyRoute Route = new() { Channel = "fake", AccountId = "default", ChatId = "c1" };

    private readonly TemporaryDirectory _directory = new();

    [Theory]
    [InlineData("{}", null, true)]
    [InlineData("""{"default":"deny"}""", null, false)]
    [InlineData("""{"default":"deny"}""", "allow", true)]
    [InlineData("{}", "deny", false)]
    [InlineData("""{"default":"deny","rules":[{"action":"allow","match":{"channel":"FAKE"}}]}""", null, true)]
    [InlineData("""{"rules":[{"action":"deny","match":{"channel":"other"}}]}""", null, true)]
    [InlineData("""{"rules":[{"action":"allow","match":{"chatType":"group"}},{"action":"deny"}]}""", null, true)]
    [InlineData("""{"rules":[{"action":"deny","match":{"chatType":"direct"}}]}""", null, true)]
    [InlineData("""{"rules":[{"action":"deny","match":{"keyPrefix":"fake:group:"}}]}""", null, false)]
    [InlineData("""{"rules":[{"action":"deny","match":{"rawKeyPrefix":"agent:main:fake:"}}]}""", null, false)]
    [InlineData("""{"rules":[{"action":"deny","match":{"keyPrefix":"fake:group:x"}}]}""", null, true)]
    public void The_sessions_choice_counts_then_the_first_rule_that_fits(string policy, string? chosen, bool allowed)
    {
        var rules = new DeliveryRules(new FixedConfig(new OpenClawConfig { Raw = JsonElement.Parse($$$"""{"session":{"sendPolicy":{{{policy}}}}}""") }));
        var run = new RunRecord
        {
            RunId = "r",
            SessionKey = "agent:main:fake:group:g1",
            SessionId = "s",
            AgentId = "main",
            Surface = RunSurface.Channel,
            State = RunState.Done,
            BootId = "b",
            AcceptedAt = 0,
            Input = new RunInput { Message = "?" },
        };
        var session = new SessionEntry
        {
            Key = run.SessionKey,
            SessionId = "s",
            LifecycleRevision = "l",
            AgentId = "main",
            Kind = SessionKind.Group,
            IsMain = false,
            CreatedAt = 0,
            UpdatedAt = 0,
            Settings = new SessionSettings { SendPolicy = chosen },
        };

        Assert.Equal(allowed, rules.Allows(run, Route with { ChatKind = ChatKind.Group }, session));
        Assert.True(rules.Allows(run with { Outcome = new RunOutcome { IsCommand = true } }, Route, session));
    }

    [Fact]
    public async Task An_answer_that_is_held_back_is_kept_and_what_the_gateway_answers_is_not_held_back()
    {
        await using var outbox = await OutboxFixture.CreateAsync(_directory.Path);
        await ChooseAsync(outbox, new SessionSettings { SendPolicy = SendPolicies.Deny });

        var run = await EndedAsync(outbox, new RunOutcome { Reply = "secret" });
        Assert.Empty(await outbox.AllAsync());
        Assert.Equal("secret", (await outbox.Get<RunStore>().FindAsync(run.RunId, CancellationToken.None))!.Outcome!.Reply);

        await EndedAsync(outbox, new RunOutcome { Reply = "Answers go into this chat: off.", IsCommand = true });
        Assert.Single(await outbox.AllAsync());
    }

    [Theory]
    [InlineData("off", "Here.")]
    [InlineData("tokens", "Here.\n\nUsage: 12 in / 3 out")]
    [InlineData("full", "Here.\n\nUsage: 12 in / 3 out / 7 cached · fake/fake-1 · agent:main:main")]
    public async Task The_usage_is_said_below_the_answer_where_that_was_chosen(string level, string expected)
    {
        await using var outbox = await OutboxFixture.RunAsync(_directory.Path);
        await ChooseAsync(outbox, new SessionSettings { ResponseUsage = level });

        await EndedAsync(outbox, new RunOutcome { Reply = "Here.", Provider = "fake", Model = "fake-1", Usage = new RunUsage { Input = 12, Output = 3, CacheRead = 7, CacheWrite = 0, Total = 15 } });

        await outbox.Sender.UntilShownAsync(1);
        Assert.Equal(expected, outbox.Sender.Shown[0].Text);
    }

    [Fact]
    public async Task What_tools_did_and_what_was_thought_comes_before_the_answer_and_once()
    {
        await using var outbox = await OutboxFixture.RunAsync(_directory.Path);
        var runs = outbox.Get<RunStore>();
        var run = await BegunAsync(outbox);

        await runs.AppendAsync(run, [GatewayNote.Said("called", 0)], [new RunNote("tool:1", "🔧 dice")], CancellationToken.None);
        await runs.AppendAsync(run, [GatewayNote.Said("called", 0)], [new RunNote("tool:1", "🔧 dice")], CancellationToken.None);
        await runs.FinishAsync(run, RunState.Done, new RunOutcome { Reply = "Six.", Thinking = "💭 Roll it." }, message: null, CancellationToken.None);

        await outbox.Sender.UntilShownAsync(3);
        Assert.Equal(["🔧 dice", "💭 Roll it.", "Six."], outbox.Sender.Shown.Select(static one => one.Text));
    }

    public void Dispose() => _directory.Dispose();

    private static async Task ChooseAsync(OutboxFixture outbox, SessionSettings settings) => await outbox.Get<SessionEditor>().EditAsync(
        outbox.Get<SessionKeyParser>().Main(), (entry, _) => entry with { Settings = settings }, CancellationToken.None);

    private static async Task<RunRecord> EndedAsync(OutboxFixture outbox, RunOutcome outcome) =>
        await outbox.Get<RunStore>().FinishAsync(await BegunAsync(outbox), RunState.Done, outcome, message: null, CancellationToken.None);

    private static async Task<RunRecord> BegunAsync(OutboxFixture outbox)
    {
        var order = new RunOrder(outbox.Get<SessionKeyParser>().Main(), Guid.NewGuid().ToString("N"), RunSurface.Chat, new RunInput { Message = "?", Route = Route });
        var admission = await outbox.Get<RunStore>().AcceptAsync(order, CancellationToken.None);
        return await outbox.Get<RunStore>().BeginAsync(
            admission.Run, static _ => new TranscriptMessage { Role = MessageRoles.User, Content = MessageContent.OfTextPart("?"), Timestamp = 0 }, [], CancellationToken.None);
    }
}
