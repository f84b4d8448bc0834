using OpenClaw.Host.Channels.Outbox;
using OpenClaw.Host.Channels.Outbox.Replies;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Protocol.Chat;

namespace OpenClaw.Host.Tests.Channels.Outbox;

public sealed class ReplyTests : IDisposable
{
    private static readonly ReplyRoute Route = new() { Channel = "fake", AccountId = "default", ChatId = "c1", ReplyToMessageId = "in-1" };

    private readonly TemporaryDirectory _directory = new();

    [Fact]
    public async Task The_answer_and_the_end_of_the_run_are_one()
    {
        await using var outbox = await OutboxFixture.CreateAsync(_directory.Path);
        var run = await EndedAsync(outbox, RunState.Done, new RunOutcome { Reply = "Here it is." });
        var row = Assert.Single(await outbox.AllAsync());
        Assert.Equal((OutboxKinds.Reply, run.RunId, run.SessionKey, "c1"), (row.Kind, row.RunId, row.SessionKey, row.Destination));

        await outbox.StartAsync();
        await outbox.EndOfAsync(row.Id);
        Assert.Equal("Here it is.", Assert.Single(outbox.Sender.Shown).Text);
        Assert.Null(Assert.Single(outbox.Sender.Messages).ReplyToMessageId);
    }

    [Fact]
    public async Task A_run_that_cannot_be_ended_leaves_no_answer()
    {
        await using var outbox = await OutboxFixture.CreateAsync(_directory.Path);
        var run = await EndedAsync(outbox, RunState.Done, new RunOutcome { Reply = "Once." });

        await Assert.ThrowsAsync<RunSupersededException>(async () => await outbox.Get<RunStore>().FinishAsync(
            run with { State = RunState.Running }, RunState.Done, new RunOutcome { Reply = "Twice." }, message: null, CancellationToken.None));
        Assert.Single(await outbox.AllAsync());
    }

    [Theory]
    [InlineData("NO_REPLY")]
    [InlineData(" no_reply \n")]
    [InlineData("[[reply_to_current]] NO_REPLY")]
    [InlineData("")]
    [InlineData("  ")]
    public async Task Silence_is_not_delivered(string reply)
    {
        await using var outbox = await OutboxFixture.CreateAsync(_directory.Path);
        await EndedAsync(outbox, RunState.Done, new RunOutcome { Reply = reply });

        Assert.Empty(await outbox.AllAsync());
    }

    [Theory]
    [InlineData(3, true, 1)]
    [InlineData(5, true, 1)]
    [InlineData(6, true, 1)]
    [InlineData(3, false, 0)]
    [InlineData(4, true, 0)]
    public async Task Failures_are_told_where_the_route_wants_it_and_aborts_never(int state, bool tells, int expected)
    {
        await using var outbox = await OutboxFixture.CreateAsync(_directory.Path);
        var failure = new RunFailure { Message = "the model is gone", Kind = RunFailureKinds.Unknown };
        await EndedAsync(outbox, (RunState)state, new RunOutcome { Reply = "half", Failure = failure }, Route with { TellsFailures = tells });

        Assert.Equal(expected, (await outbox.AllAsync()).Count);
    }

    [Fact]
    public async Task Runs_of_clients_are_not_delivered()
    {
        await using var outbox = await OutboxFixture.CreateAsync(_directory.Path);
        await EndedAsync(outbox, RunState.Done, new RunOutcome { Reply = "hello" }, route: null);

        Assert.Empty(await outbox.AllAsync());
    }

    [Fact]
    public async Task A_run_that_the_last_process_left_is_told_once()
    {
        await using (var first = await OutboxFixture.CreateAsync(_directory.Path))
        {
            var run = await BegunAsync(first, Route);
            await first.Get<RunStore>().AnswerRoundAsync(run, GatewayNote.Said("a tool is called", 0), [], CancellationToken.None);
        }

        await using var second = await OutboxFixture.CreateAsync(_directory.Path);
        await second.Get<RunRecovery>().RecoverAsync(CancellationToken.None);
        await second.Get<RunRecovery>().RecoverAsync(CancellationToken.None);
        var row = Assert.Single(await second.AllAsync());
        await second.StartAsync();
        await second.EndOfAsync(row.Id);

        Assert.Contains("Send the message again", Assert.Single(second.Sender.Shown).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"fake":{}}""", "hi", "hi", null)]
    [InlineData("""{"fake":{}}""", "[[reply_to_current]] hi", "hi", "in-1")]
    [InlineData("""{"fake":{}}""", "hi [[ reply_to: 77 ]]", "hi", "77")]
    [InlineData("""{"fake":{"replyToMode":"first"}}""", "hi", "hi", "in-1")]
    [InlineData("""{"fake":{"replyToMode":"first","accounts":{"default":{"replyToMode":"off"}}}}""", "hi", "hi", null)]
    [InlineData("""{"fake":{"responsePrefix":"[bot]"}}""", "hi", "[bot] hi", null)]
    [InlineData("""{"fake":{}}""", "[[audio_as_voice]]hi [[other]]", "hi [[other]]", null)]
    public async Task Settings_and_marks_say_how_an_answer_is_sent(string channels, string reply, string text, string? replyTo)
    {
        await using var outbox = await OutboxFixture.CreateAsync(_directory.Path, channels: channels);
        await EndedAsync(outbox, RunState.Done, new RunOutcome { Reply = reply });
        await outbox.StartAsync();
        await outbox.Sender.UntilShownAsync(1);

        Assert.Equal(text, outbox.Sender.Shown[0].Text);
        Assert.Equal(replyTo, outbox.Sender.Messages[0].ReplyToMessageId);
    }

    [Fact]
    public async Task The_prefix_comes_once_and_only_the_first_part_replies()
    {
        await using var outbox = await OutboxFixture.CreateAsync(_directory.Path, channels: """{"fake":{"replyToMode":"first","responsePrefix":"[bot]","textChunkLimit":50}}""");
        await EndedAsync(outbox, RunState.Done, new RunOutcome { Reply = string.Join(' ', Enumerable.Repeat("word", 30)) });
        await outbox.StartAsync();
        await outbox.EndOfAsync((await outbox.AllAsync())[0].Id);

        Assert.True(outbox.Sender.Shown.Count >= 4);
        Assert.All(outbox.Sender.Shown, static one => Assert.InRange(one.Text.Length, 1, 50));
        Assert.Single(outbox.Sender.Shown, static one => one.Text.Contains("[bot]", StringComparison.Ordinal));
        Assert.Equal(["in-1"], outbox.Sender.Messages.Select(static one => one.ReplyToMessageId).OfType<string>());
    }

    [Fact]
    public void Many_marks_take_no_time_to_find() => Assert.Equal(
        string.Concat(Enumerable.Repeat("[[reply_to:", 50_000)), ReplyTags.Of(string.Concat(Enumerable.Repeat("[[reply_to:", 50_000))).Text);

    public void Dispose() => _directory.Dispose();

    private static Task<RunRecord> EndedAsync(OutboxFixture outbox, RunState state, RunOutcome outcome) => EndedAsync(outbox, state, outcome, Route);

    private static async Task<RunRecord> EndedAsync(OutboxFixture outbox, RunState state, RunOutcome outcome, ReplyRoute? route) =>
        await outbox.Get<RunStore>().FinishAsync(await BegunAsync(outbox, route), state, outcome, message: null, CancellationToken.None);

    private static async Task<RunRecord> BegunAsync(OutboxFixture outbox, ReplyRoute? route)
    {
        var runs = outbox.Get<RunStore>();
        var address = outbox.Get<SessionKeyParser>().Parse("main", null);
        var admission = await runs.AcceptAsync(
            new RunOrder(address, Guid.NewGuid().ToString("N"), RunSurface.Chat, new RunInput { Message = "?", Route = route }), CancellationToken.None);
        return await runs.BeginAsync(
            admission.Run,
            _ => new TranscriptMessage { Role = MessageRoles.User, Content = MessageContent.OfTextPart("?"), Timestamp = outbox.Time.GetUtcNow().ToUnixTimeMilliseconds() },
            [],
            CancellationToken.None);
    }
}
