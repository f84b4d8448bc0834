using Microsoft.Extensions.Logging.Abstractions;
using OpenClaw.Channels.Telegram;
using OpenClaw.Channels.Telegram.Receiving;
using OpenClaw.Channels.Tests.Telegram.Fake;
using OpenClaw.Testing;

namespace OpenClaw.Channels.Tests.Telegram;

/// <summary>Telegram does not answer, answers otherwise, or has another program at the other end.</summary>
public sealed class TelegramTroubleTests
{
    [Theory]
    [Trait("Threat", "CH-25")]
    [InlineData(401, "Unauthorized")]
    [InlineData(404, "Not Found")]
    public async Task A_token_that_is_refused_is_not_tried_again_and_not_shown(int code, string description)
    {
        await using var telegram = await FakeTelegram.StartAsync();
        telegram.Fail("getMe", Faults.Refuse(code, description));
        await using var gateway = await TelegramAccounts.GatewayAsync();

        var refused = await Assert.ThrowsAsync<ChannelException>(() => gateway.StartTelegramAsync(telegram));

        Assert.False(refused.IsTransient);
        Assert.Contains("botToken", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(FakeTelegram.Token, refused.ToString(), StringComparison.Ordinal);
        Assert.Contains(FakeTelegram.Token, gateway.Secrets);
    }

    [Fact]
    public async Task A_page_of_something_before_Telegram_says_nothing_about_the_token()
    {
        await using var telegram = await FakeTelegram.StartAsync();
        telegram.Fail("getMe", Faults.Page(404));
        await using var gateway = await TelegramAccounts.GatewayAsync();

        var failed = await Assert.ThrowsAsync<ChannelException>(() => gateway.StartTelegramAsync(telegram));

        Assert.True(failed.IsTransient);
    }

    [Fact]
    public void Two_accounts_cannot_have_one_webhook_secret()
    {
        var doors = new WebhookDoors();
        using var first = doors.Open(DoorOf("first", "a-secret"));
        using var other = doors.Open(DoorOf("other", "another-secret"));

        var refused = Assert.Throws<ChannelException>(() => doors.Open(DoorOf("second", "a-secret")));
        using var again = doors.Open(DoorOf("first", "a-secret"));

        Assert.Contains("account second has the same webhookSecret as account first", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("a-secret", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Telegram_that_cannot_be_reached_at_the_start_may_be_there_later()
    {
        var telegram = await FakeTelegram.StartAsync();
        var settings = TelegramAccounts.SettingsFor(telegram);
        await telegram.DisposeAsync();
        await using var gateway = await TelegramAccounts.GatewayAsync();

        var failed = await Assert.ThrowsAsync<ChannelException>(() => gateway.StartAccountAsync("telegram", settings));

        Assert.True(failed.IsTransient);
        Assert.DoesNotContain("AAfake", failed.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Polls_that_fail_are_repeated_and_the_status_says_so_meanwhile()
    {
        await using var telegram = await FakeTelegram.StartAsync();
        telegram.Fail("getUpdates", Faults.Page(502), Faults.CutBefore, Faults.Raw("{\"ok\":tr"), Faults.TooMany(0));
        var clock = new ManualClock();
        await using var gateway = await TelegramAccounts.GatewayAsync(clock);
        var account = await gateway.StartTelegramAsync(telegram);

        await UntilAsync(() => account.Channel.Status.State == ChannelState.Connecting);
        Assert.Equal("Telegram answered 502 without a reason", account.Channel.Status.LastError);
        telegram.Say(People.Direct(41, "hello"));
        var heard = account.Inbox.NextAsync();
        while (!heard.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await heard;
        Assert.Equal((ChannelState.Running, null), (account.Channel.Status.State, account.Channel.Status.LastError));
    }

    [Fact]
    [Trait("Threat", "CH-26")]
    public async Task Another_program_that_asks_is_named_and_waited_for()
    {
        await using var telegram = await FakeTelegram.StartAsync();
        var clock = new ManualClock();
        await using var gateway = await TelegramAccounts.GatewayAsync(clock);
        var account = await gateway.StartTelegramAsync(telegram);
        await telegram.CalledAsync("getUpdates", 2);
        await UntilAsync(() => telegram.Updates.Polls.Open == 1);
        var other = telegram.Updates.PollAsync(offset: null, 100, 0, CancellationToken.None);

        await UntilAsync(() => account.Channel.Status.LastError is not null);
        var asked = telegram.Calls.Count(static call => call.Method == "getUpdates");
        clock.Advance(TimeSpan.FromSeconds(20));
        await other;

        Assert.StartsWith("conflict: another program", account.Channel.Status.LastError, StringComparison.Ordinal);
        Assert.Equal(asked, telegram.Calls.Count(static call => call.Method == "getUpdates"));
        telegram.Say(People.Direct(41, "hello"));
        await UntilAsync(() =>
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            return account.Channel.Status.State == ChannelState.Running;
        });
    }

    [Fact]
    [Trait("Threat", "CH-26")]
    public async Task Two_accounts_with_one_token_are_one_too_many()
    {
        await using var telegram = await FakeTelegram.StartAsync();
        await using var gateway = await TelegramAccounts.GatewayAsync();
        await gateway.StartTelegramAsync(telegram);

        var refused = await Assert.ThrowsAsync<ChannelException>(
            () => gateway.StartAccountAsync("telegram", TelegramAccounts.SettingsFor(telegram), account: "second"));

        Assert.Equal("account second has the same bot token as account default; give it a bot of its own, or remove it", refused.Message);
    }

    [Fact]
    public async Task A_webhook_that_comes_back_is_removed()
    {
        await using var telegram = await FakeTelegram.StartAsync();
        await using var gateway = await TelegramAccounts.GatewayAsync();
        var account = await gateway.StartTelegramAsync(telegram);
        telegram.Webhook = new ApiCall("setWebhook", [], new Dictionary<string, UploadedFile>());
        telegram.Say(People.Direct(41, "one"));
        await account.Inbox.NextAsync();
        telegram.Say(People.Direct(42, "two"));

        await account.Inbox.NextAsync(TimeSpan.FromSeconds(20));
        Assert.Null(telegram.Webhook);
    }

    [Fact]
    [Trait("Threat", "CH-28")]
    public async Task A_poll_that_is_never_answered_ends_and_the_account_is_not_called_ready()
    {
        await using var telegram = await FakeTelegram.StartAsync();
        telegram.Fail("getUpdates", Faults.Silence);
        var clock = new ManualClock();
        await using var gateway = await TelegramAccounts.GatewayAsync(clock);
        var account = await gateway.StartTelegramAsync(telegram);
        await telegram.CalledAsync("getUpdates");

        clock.Advance(TimeSpan.FromSeconds(46));

        await UntilAsync(() => account.Channel.Status.State == ChannelState.Connecting);
        Assert.Equal("Telegram did not answer within 45 seconds", account.Channel.Status.LastError);
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!isSo())
            await Task.Delay(10, patience.Token);
    }

    private static WebhookDoor DoorOf(string account, string secret) =>
        new(account, secret, intake: null!, inbox: null!, new AccountHealth(TimeProvider.System), NullLogger.Instance);
}
