using OpenClaw.Channels.Tests.Telegram.Fake;
using OpenClaw.Testing;
using OpenClaw.TestKit;

namespace OpenClaw.Channels.Tests.Telegram;

/// <summary>Polls, and how fast messages go out.</summary>
public sealed class SendPaceTests
{
    [Fact]
    public async Task A_burst_goes_through_and_what_is_beyond_it_waits_its_turn()
    {
        await using var telegram = await FakeTelegram.StartAsync();
        var clock = new ManualClock();
        await using var gateway = await TelegramAccounts.GatewayAsync(clock);
        var account = await gateway.StartTelegramAsync(telegram);
        for (var number = 0; number < 20; number++)
            Assert.IsType<SendAccepted>(await account.Channel.SendAsync(Text(number, "1001"), default));

        var late = account.Channel.SendAsync(Text(20, "1001"), default);
        var other = await account.Channel.SendAsync(Text(21, "1002"), default);

        Assert.IsType<SendAccepted>(other);
        Assert.False(late.IsCompleted);
        while (!late.IsCompleted)
        {
            clock.Advance(TimeSpan.FromMilliseconds(500));
            await Task.Delay(5);
        }

        Assert.IsType<SendAccepted>(await late);
    }

    [Fact]
    public async Task A_poll_is_put_up_as_it_was_asked_for()
    {
        await using var telegram = await FakeTelegram.StartAsync();
        await using var gateway = await TelegramAccounts.GatewayAsync();
        var polls = (IChannelPolls)(await gateway.StartTelegramAsync(telegram)).Channel;
        var poll = new ChannelPoll { IdempotencyKey = "p1", Question = "Pizza?", Options = ["yes", "no"], MaxSelections = 2, OpenFor = TimeSpan.FromMinutes(5), IsAnonymous = false };

        var sent = await polls.PollAsync(new ChatAddress("1001", ChatKind.Direct), poll, default);
        var refused = await polls.PollAsync(new ChatAddress("1001", ChatKind.Direct), poll with { OpenFor = TimeSpan.FromDays(1) }, default);

        Assert.IsType<SendAccepted>(sent);
        var call = await telegram.CalledAsync("sendPoll");
        Assert.Equal(("Pizza? yes/no", "300", "true", "false"), (telegram.Chats.Shown[0].Text, call.Text("open_period"), call.Text("allows_multiple_answers"), call.Text("is_anonymous")));
        Assert.Equal("invalid_poll", Assert.IsType<SendRefused>(refused).Code);
    }

    private static OutboundMessage Text(int number, string chat) => new()
    {
        IdempotencyKey = $"k{number}",
        Chat = new ChatAddress(chat, ChatKind.Direct),
        Parts = [new Content.TextPart($"number {number}")],
    };
}
