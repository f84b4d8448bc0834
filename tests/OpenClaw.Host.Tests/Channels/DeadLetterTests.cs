using OpenClaw.Agents;
using OpenClaw.Channels;
using OpenClaw.Host.Channels.Inbox;
using OpenClaw.Host.Channels.Inbox.Rpc;
using OpenClaw.Host.Configuration.Model.Agents;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Tests.Channels;

/// <summary>Whoever writes hears of it when no answer will come, and what could not be handled is there for a person.</summary>
public sealed class DeadLetterTests : IDisposable
{
    private const string Break = "CREATE TRIGGER broken BEFORE INSERT ON runs BEGIN SELECT RAISE(ABORT, 'broken'); END";
    private static readonly InboxLimits Quick = new() { MaxFailures = 2 };
    private readonly TemporaryDirectory _directory = new();

    [Fact]
    public async Task A_message_that_cannot_be_handled_is_kept_told_once_and_handled_on_request()
    {
        await using (var first = await ChannelFixture.StartAsync(_directory.Path, inbox: Quick))
        {
            await first.ExecuteAsync(Break);
            await first.RunAsync();
            await first.SayAsync("1", "what is the time?");
            await first.UntilShownAsync(1);
        }

        await using var second = await ChannelFixture.StartAsync(_directory.Path, inbox: Quick);
        second.Model.Says("It is noon.");
        await second.ExecuteAsync("DROP TRIGGER broken");
        await second.RunAsync();
        var listed = await second.AskAsync<InboxRpc>("inbox.list", """{"state":"failed"}""");
        var item = listed.GetProperty("items")[0];
        Assert.Equal(
            ("what is the time?", "fake", "7", 1),
            (item.GetProperty("preview").GetString(), item.GetProperty("channel").GetString(), item.GetProperty("senderId").GetString(), listed.GetProperty("counts").GetProperty("failed").GetInt32()));

        await second.AskAsync<InboxRpc>("inbox.retry", $$"""{"id":{{item.GetProperty("id").GetInt64()}}}""");
        await second.UntilShownAsync(1);

        Assert.Equal("It is noon.", Assert.Single(second.Sender.Shown).Text);
        Assert.Equal(0, (await second.AskAsync<InboxRpc>("inbox.list", "{}")).GetProperty("counts").GetProperty("failed").GetInt32());
    }

    [Fact]
    public async Task Its_sender_is_told_no_secret_and_not_again_when_it_fails_again()
    {
        await using var chat = await ChannelFixture.StartAsync(_directory.Path, inbox: Quick);
        await chat.ExecuteAsync(Break);
        await chat.RunAsync();
        await chat.SayAsync("1", "hello");
        await chat.UntilShownAsync(1);
        var told = Assert.Single(chat.Sender.Shown).Text;
        Assert.StartsWith("⚠️ The message could not be handled.", told, StringComparison.Ordinal);

        await chat.AskAsync<InboxRpc>("inbox.retry", """{"id":1}""");
        await chat.UntilAsync(async () => (await chat.AskAsync<InboxRpc>("inbox.list", "{}")).GetProperty("counts").GetProperty("failed").GetInt32() == 1);

        var dropped = await chat.AskAsync<InboxRpc>("inbox.drop", """{"id":1}""");
        Assert.Equal("dropped", dropped.GetProperty("item").GetProperty("state").GetString());
        var refused = await Assert.ThrowsAsync<RpcException>(() => chat.AskAsync<InboxRpc>("inbox.retry", """{"id":1}"""));
        Assert.Equal("inbox.retry: message 1 is dropped; only failed messages whose content is kept are handled again", refused.Message);
        Assert.Single(chat.Sender.Shown);
    }

    [Fact]
    public async Task A_stranger_hears_nothing_of_failures()
    {
        const string Closed = """{"channels":{"fake":{"dmPolicy":"allowlist","allowFrom":["7"]}}}""";
        await using var chat = await ChannelFixture.StartAsync(_directory.Path, Closed, inbox: Quick);
        await chat.ExecuteAsync(Break);
        await chat.RunAsync();
        await chat.SayAsync("1", "hello", sender: "13");
        await chat.SayAsync("2", new string('x', new InboxLimits().MaxTextLength + 1), sender: "13");
        await chat.SayAsync("3", "hello");
        await chat.UntilShownAsync(1);

        Assert.Equal("7", Assert.Single(chat.Sender.Shown).Chat);
    }

    [Fact]
    public async Task A_chat_without_an_agent_is_told_so_once()
    {
        const string Bound = """{"bindings":[{"agentId":"a","match":{"channel":"other"}}],"channels":{"fake":{"dmPolicy":"open","allowFrom":["*"]}}}""";
        await using var chat = await ChannelFixture.StartAsync(
            _directory.Path,
            Bound,
            static config => config with { Agents = config.Agents with { List = [new AgentConfig { Id = "a" }, new AgentConfig { Id = "b" }] } });
        await chat.RunAsync();
        await chat.SayAsync("1", "hello");
        await chat.UntilShownAsync(1);

        Assert.Equal("⚠️ No agent is set up for this chat.", Assert.Single(chat.Sender.Shown).Text);
        Assert.Contains("no binding matches", (await chat.AskAsync<InboxRpc>("inbox.list", "{}")).GetProperty("items")[0].GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_beyond_the_limit_is_refused_and_its_sender_is_told()
    {
        await using var chat = await ChannelFixture.StartAsync(_directory.Path, inbox: Quick);
        await chat.RunAsync();
        var text = new string('x', new InboxLimits().MaxTextLength + 1);
        var receipt = await chat.SayAsync("1", text);
        Assert.Equal(InboundDisposition.Refused, receipt.Disposition);
        Assert.Equal(InboundDisposition.Refused, (await chat.SayAsync("1", text)).Disposition);
        await chat.UntilShownAsync(1);

        Assert.Equal("⚠️ The message could not be taken: the text has 262145 characters; 262144 are taken.", Assert.Single(chat.Sender.Shown).Text);
    }

    [Fact]
    public async Task A_failed_run_is_told_once_also_when_the_process_dies_before_it_could_be_said()
    {
        await using (var first = await ChannelFixture.StartAsync(_directory.Path, inbox: Quick))
        {
            first.Sender.Running = false;
            first.Model.Fails(new ModelException(ModelFailure.InvalidRequest, "fake answered 400 (bad_thing)."));
            await first.RunAsync();
            await first.SayAsync("1", "hello");
            await first.UntilAsync(async () => await first.Agents.Database.ReadAsync(
                static connection => connection.Scalar<long>("SELECT count(*) FROM outbox")) == 1);
            await first.KillAsync();
        }

        await using var second = await ChannelFixture.StartAsync(_directory.Path, inbox: Quick);
        await second.RunAsync();
        await second.UntilShownAsync(1);

        Assert.Equal("⚠️ LLM request failed: fake answered 400 (bad_thing).", Assert.Single(second.Sender.Shown).Text);
    }

    public void Dispose() => _directory.Dispose();
}
