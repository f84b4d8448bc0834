using OpenClaw.Channels;
using OpenClaw.Host.Channels.Accounts;
using OpenClaw.Host.Channels.Inbox;
using OpenClaw.Host.Tests.Agents.Fakes;
using OpenClaw.Host.Tests.Channels.Outbox;

namespace OpenClaw.Host.Tests.Channels;

public sealed class TypingTests : IDisposable
{
    private const string Groups = """{"channels":{"fake":{"groupPolicy":"open","groups":{"*":{"requireMention":false}}}}}""";
    private readonly TemporaryDirectory _directory = new();
    private readonly TaskCompletionSource _gate = new();

    [Fact]
    public async Task A_direct_chat_is_shown_at_once_and_again_for_two_minutes_that_an_answer_comes()
    {
        await using var chat = await StartAsync(ChannelFixture.Open);
        chat.Model.Waits(_gate.Task, "done");
        await chat.SayAsync("1", "hello");
        await UntilAsync(() => chat.Sender.Signs == 1);
        for (var seconds = 0; seconds < 180; seconds++)
            await PassAsync(chat, TimeSpan.FromSeconds(1));

        var shown = chat.Sender.Signs;
        Assert.InRange(shown, 15, 21);
        _gate.SetResult();
        await chat.UntilShownAsync(1);
        await PassAsync(chat, TimeSpan.FromSeconds(30));
        Assert.Equal(shown, chat.Sender.Signs);
    }

    [Fact]
    public async Task A_group_that_did_not_ask_sees_it_with_the_first_words()
    {
        await using var chat = await StartAsync(Groups);
        chat.Model.Waits(_gate.Task, "done");
        await GroupAsync(chat, "hello all");
        await UntilAsync(() => !chat.Model.Requests.IsEmpty);
        await PassAsync(chat, TimeSpan.FromSeconds(20));
        Assert.Equal(0, chat.Sender.Signs);

        _gate.SetResult();
        chat.Model.Hangs("I begin");
        await chat.UntilShownAsync(1);
        await GroupAsync(chat, "and now", "2");
        await UntilAsync(() => chat.Sender.Signs > 0);
    }

    [Fact]
    public async Task A_sign_that_fails_twice_is_given_up_and_hurts_no_answer()
    {
        await using var chat = await StartAsync(ChannelFixture.Open);
        chat.Sender.Typing = static () => throw new InvalidOperationException("no sign");
        chat.Model.Waits(_gate.Task, "done");
        await chat.SayAsync("1", "hello");
        await UntilAsync(() => chat.Sender.Signs == 1);
        for (var seconds = 0; seconds < 60; seconds++)
            await PassAsync(chat, TimeSpan.FromSeconds(1));
        _gate.SetResult();
        await chat.UntilShownAsync(1);

        Assert.Equal(2, chat.Sender.Signs);
        Assert.Equal("done", chat.Sender.Shown[0].Text);
    }

    [Theory]
    [InlineData(ChannelFixture.Open, ChannelAbilities.None)]
    [InlineData("""{"session":{"typingMode":"never"},"channels":{"fake":{"dmPolicy":"open","allowFrom":["*"]}}}""", ChannelAbilities.Typing)]
    public async Task A_channel_that_cannot_and_an_owner_who_does_not_want_it_are_not_bothered(string config, ChannelAbilities abilities)
    {
        await using var chat = await StartAsync(config, abilities);
        chat.Model.Says("done");
        await chat.SayAsync("1", "hello");
        await chat.UntilShownAsync(1);

        Assert.Equal(0, chat.Sender.Signs);
    }

    public void Dispose() => _directory.Dispose();

    private async Task<ChannelFixture> StartAsync(string config, ChannelAbilities abilities = ChannelAbilities.Typing)
    {
        var sender = new FakeSender();
        sender.Channel = sender.Channel with { Abilities = abilities };
        var chat = await ChannelFixture.StartAsync(_directory.Path, config, sender: sender);
        await chat.RunAsync();
        return chat;
    }

    private static async Task GroupAsync(ChannelFixture chat, string text, string id = "1") =>
        await chat.Agents.Get<AccountInboxes>().Of(new AccountKey("fake", "default")).Open().AcceptAsync(
            Received.Inbound(id, text) with { Chat = new ChatAddress("-100", ChatKind.Group) }, CancellationToken.None);

    private static async Task PassAsync(ChannelFixture chat, TimeSpan time)
    {
        chat.Agents.Time.Advance(time);
        // Lets those go on whose moment has come.
        await Task.Delay(3);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(AgentFixture.Patience);
        while (!condition())
            await Task.Delay(2, patience.Token);
    }
}
