using System.Text.Json.Nodes;
using OpenClaw.Channels.Tests.Discord.Fake;
using OpenClaw.Content;
using OpenClaw.Testing;

namespace OpenClaw.Channels.Tests.Discord;

/// <summary>Connections of the gateway: how they begin, end and go on.</summary>
public sealed class DiscordConnectionTests
{
    private const int Heartbeat = 1;
    private const int Identify = 2;
    private const int Resume = 6;

    [Fact]
    public async Task A_bot_says_who_it_is_and_what_it_wants_to_be_told_of()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var gateway = await DiscordAccounts.GatewayAsync();
        await gateway.StartDiscordAsync(discord, """ "intents": { "messageContent": false, "guildMembers": true } """);

        var said = await discord.Gateway.HeardAsync(Identify);

        Assert.Equal((FakeDiscord.Token, 46601 - (1 << 15) + (1 << 1)), ((string?)said["d"]!["token"], (int)said["d"]!["intents"]!));
        Assert.Null(said["d"]!["shard"]);
        Assert.Equal("DiscordBot (https://github.com/openclaw/openclaw, 1)", discord.UserAgent);
    }

    [Fact]
    public async Task What_was_written_while_the_line_was_cut_comes_once_when_the_session_goes_on()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var gateway = await DiscordAccounts.GatewayAsync();
        var account = await gateway.StartDiscordAsync(discord);
        discord.Say(Chats.Direct("11", "first"));
        await account.Inbox.NextAsync();

        discord.Gateway.Cut();
        discord.Say(Chats.Direct("12", "second"));

        Assert.Equal("12", (await account.Inbox.NextAsync()).MessageId);
        var resumed = await discord.Gateway.HeardAsync(Resume);
        Assert.Equal(("session-1", 3), ((string?)resumed["d"]!["session_id"], (int)resumed["d"]!["seq"]!));
        Assert.Equal("/resume", Assert.Single(discord.Gateway.Peers).Path);
        Assert.Equal((1, 2), (discord.Gateway.Count(Identify), account.Inbox.Offers));
    }

    [Theory]
    [InlineData("""{"op":7,"d":null}""")]
    [InlineData("""{"op":9,"d":true}""")]
    public async Task Asked_for_another_connection_the_session_goes_on_there(string frame)
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var gateway = await DiscordAccounts.GatewayAsync();
        var account = await gateway.StartDiscordAsync(discord);

        discord.Gateway.SayRaw(frame);
        await discord.Gateway.HeardAsync(Resume);
        discord.Say(Chats.Direct("11", "there?"));

        Assert.Equal("11", (await account.Inbox.NextAsync()).MessageId);
        Assert.Equal(1, discord.Gateway.Count(Identify));
    }

    [Theory]
    [InlineData(4000, Resume)]
    [InlineData(4001, Resume)]
    [InlineData(4002, Resume)]
    [InlineData(4008, Resume)]
    [InlineData(4999, Resume)]
    [InlineData(1000, Resume)]
    [InlineData(1001, Resume)]
    [InlineData(1006, Resume)]
    [InlineData(4003, Identify)]
    [InlineData(4005, Identify)]
    [InlineData(4007, Identify)]
    [InlineData(4009, Identify)]
    public async Task The_number_with_which_Discord_hangs_up_says_whether_the_session_goes_on(int code, int expected)
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Gateway.IdentifyPause = TimeSpan.FromSeconds(0.3);
        await using var gateway = await DiscordAccounts.GatewayAsync(new HurriedClock(8));
        var account = await gateway.StartDiscordAsync(discord);

        if (code == 1006)
            discord.Gateway.Cut();
        else
            await discord.Gateway.CloseAsync(code);
        await discord.Gateway.HeardAsync(expected, expected == Identify ? 2 : 1);
        discord.Say(Chats.Direct("11", "there?"));

        Assert.Equal("11", (await account.Inbox.NextAsync()).MessageId);
        Assert.Equal(expected == Resume ? (1, 1) : (2, 0), (discord.Gateway.Count(Identify), discord.Gateway.Count(Resume)));
    }

    [Theory]
    [Trait("Threat", "CH-25")]
    [InlineData(4004, "channels.discord.token")]
    [InlineData(4010, "update the gateway")]
    [InlineData(4012, "update the gateway")]
    [InlineData(4013, "channels.discord.intents")]
    [InlineData(4014, "Message Content Intent")]
    public async Task What_no_other_connection_can_mend_is_said_with_its_fix_and_not_tried_again(int code, string fix)
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Gateway.IdentifyCloses = code;
        await using var gateway = await DiscordAccounts.GatewayAsync();

        var refused = await Assert.ThrowsAsync<ChannelException>(() => gateway.StartDiscordAsync(discord));

        Assert.False(refused.IsTransient);
        Assert.Contains(fix, refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, discord.Gateway.Count(Identify));
    }

    [Fact]
    public async Task A_bot_that_loses_an_intent_while_it_runs_says_so()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var gateway = await DiscordAccounts.GatewayAsync();
        var account = await gateway.StartDiscordAsync(discord);

        await discord.Gateway.CloseAsync(4014);
        var status = await account.UntilAsync(static status => status.State == ChannelState.Failed);

        Assert.Contains("Message Content Intent", status.LastError, StringComparison.Ordinal);
        Assert.Equal(4014, status.LastDisconnect?.Status);
    }

    [Fact]
    [Trait("Threat", "CH-32")]
    [Trait("Threat", "CH-28")]
    public async Task A_heartbeat_that_is_not_answered_ends_the_connection_and_the_session_goes_on()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Gateway.HeartbeatInterval = TimeSpan.FromMilliseconds(150);
        discord.Gateway.Acknowledges = false;
        await using var gateway = await DiscordAccounts.GatewayAsync();
        var account = await gateway.StartDiscordAsync(discord);

        var down = await account.UntilAsync(static status => status.State == ChannelState.Connecting);
        discord.Gateway.Acknowledges = true;
        await discord.Gateway.HeardAsync(Resume);
        discord.Say(Chats.Direct("11", "there?"));

        Assert.Equal("Discord did not answer a heartbeat", down.LastError);
        Assert.Equal("11", (await account.Inbox.NextAsync()).MessageId);
        await account.UntilAsync(static status => status is { State: ChannelState.Running, LastError: null });
    }

    [Fact]
    public async Task A_heartbeat_that_Discord_asks_for_comes_at_once()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Gateway.HeartbeatInterval = TimeSpan.FromMinutes(10);
        await using var gateway = await DiscordAccounts.GatewayAsync();
        await gateway.StartDiscordAsync(discord);

        discord.Gateway.SayRaw("""{"op":1,"d":null}""");

        Assert.Equal(2, (int)(await discord.Gateway.HeardAsync(Heartbeat))["d"]!);
    }

    [Fact]
    [Trait("Threat", "CH-32")]
    public async Task A_session_that_is_refused_again_and_again_is_given_up_for_a_new_one()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Gateway.IdentifyPause = TimeSpan.FromSeconds(0.3);
        await using var gateway = await DiscordAccounts.GatewayAsync(new HurriedClock(8));
        var account = await gateway.StartDiscordAsync(discord);
        discord.Gateway.OnResume = static peer =>
        {
            peer.Send(new JsonObject { ["op"] = 9, ["d"] = true });
            return Task.CompletedTask;
        };

        discord.Gateway.Cut();
        await discord.Gateway.HeardAsync(Identify, 2);
        discord.Say(Chats.Direct("11", "there?"));

        Assert.Equal("11", (await account.Inbox.NextAsync()).MessageId);
        Assert.InRange(discord.Gateway.Count(Resume), 1, 5);
    }

    [Fact]
    [Trait("Threat", "CH-32")]
    public async Task Frames_in_the_wrong_order_are_reported_and_the_bot_comes_back()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var gateway = await DiscordAccounts.GatewayAsync(new HurriedClock(8));
        var account = await gateway.StartDiscordAsync(discord);
        discord.Gateway.FirstFrame = """{"op":0,"t":"RESUMED","s":99,"d":{}}""";

        discord.Gateway.Cut();
        await account.UntilAsync(static status => status.LastError == "Discord did not begin with HELLO");
        discord.Gateway.FirstFrame = null;
        discord.Say(Chats.Direct("11", "there?"));

        Assert.Equal("11", (await account.Inbox.NextAsync()).MessageId);
    }

    [Fact]
    [Trait("Threat", "CH-28")]
    public async Task A_gateway_that_says_nothing_is_left_in_time()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Gateway.SaysHello = false;
        await using var gateway = await DiscordAccounts.GatewayAsync(new HurriedClock(30));

        var failed = await Assert.ThrowsAsync<ChannelException>(() => gateway.StartDiscordAsync(discord));

        Assert.True(failed.IsTransient);
        Assert.StartsWith("Discord did not ", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_Discord_forgot_is_replaced_and_what_it_missed_is_fetched()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Gateway.IdentifyPause = TimeSpan.FromSeconds(0.3);
        await using var gateway = await DiscordAccounts.GatewayAsync(new HurriedClock(8));
        var account = await gateway.StartDiscordAsync(discord);
        discord.Say(Chats.Direct("11", "heard"));
        discord.Say(Chats.InGuild("12", "heard too"));
        await account.Inbox.NextAsync();
        await account.Inbox.NextAsync();

        discord.Gateway.ForgetSessions();
        for (var number = 0; number < 100; number++)
        {
            var old = Chats.Direct(Chats.Id(number, TimeSpan.FromDays(2)), "long ago");
            old["timestamp"] = DateTimeOffset.UtcNow.AddDays(-2).ToString("O");
            discord.Keep(old);
        }

        var (missed, elsewhere, live) = (Chats.Id(101), Chats.Id(102), Chats.Id(103));
        discord.Keep(Chats.Direct(missed, "while you were away"));
        discord.Keep(Chats.InGuild(elsewhere, "and here"));
        // It takes a while until Discord gives them; what is written then waits.
        for (var times = 0; times < 4; times++)
            discord.Fail("GET", $"channels/{Chats.AliceDirect}/messages", DiscordFaults.Page(502));
        discord.Gateway.Cut();
        await discord.Gateway.HeardAsync(Identify, 2);
        discord.Gateway.Tell("MESSAGE_CREATE", Chats.Direct(live, "back?"));
        var read = new[] { await account.Inbox.NextAsync(), await account.Inbox.NextAsync(), await account.Inbox.NextAsync() };

        Assert.Equal([missed, live], read.Where(static one => one.Chat.Kind == ChatKind.Direct).Select(static one => one.MessageId));
        Assert.Equal("55", read.Single(one => one.MessageId == elsewhere).PlatformData.GetProperty("roles")[0].GetString());
        Assert.Equal(5, account.Inbox.Offers);
    }

    [Fact]
    public async Task A_session_whose_events_take_long_to_be_said_again_goes_on()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Gateway.HeartbeatInterval = TimeSpan.FromMinutes(10);
        await using var gateway = await DiscordAccounts.GatewayAsync(new HurriedClock(20));
        var account = await gateway.StartDiscordAsync(discord);
        discord.Gateway.OnResume = static peer =>
        {
            _ = Task.Run(async () =>
            {
                for (var number = 3; number < 7; number++)
                {
                    peer.Send(new JsonObject { ["op"] = 0, ["t"] = "TYPING_START", ["s"] = number, ["d"] = new JsonObject() });
                    await Task.Delay(600);
                }

                peer.Send(new JsonObject { ["op"] = 0, ["t"] = "MESSAGE_CREATE", ["s"] = 7, ["d"] = Chats.Direct("11", "there?") });
                peer.SendRaw("""{"op":0,"t":"RESUMED","s":8,"d":{}}""");
            });
            return Task.CompletedTask;
        };

        discord.Gateway.Cut();

        Assert.Equal("11", (await account.Inbox.NextAsync()).MessageId);
        await account.UntilAsync(static status => status.State == ChannelState.Running);
        Assert.Equal((1, 1), (discord.Gateway.Count(Identify), discord.Gateway.Count(Resume)));
    }

    [Fact]
    [Trait("Threat", "CH-32")]
    public async Task A_chat_of_which_Discord_does_not_tell_keeps_no_other_away()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Gateway.HeartbeatInterval = TimeSpan.FromMinutes(10);
        await using var gateway = await DiscordAccounts.GatewayAsync(new HurriedClock(15));
        var account = await gateway.StartDiscordAsync(discord);
        // Eight tries of three calls, and the one try of what follows.
        for (var times = 0; times < 27; times++)
            discord.Fail("GET", "channels/4999", DiscordFaults.Page(502));

        discord.Say(Chats.InGuild("11", "put aside", "4999"));
        await discord.CalledAsync("GET", "channels/4999");
        for (var number = 0; number < 150; number++)
            discord.Say(Chats.InGuild($"{100 + number}", "behind it", "4999"));
        discord.Say(Chats.InGuild("12", "elsewhere"));

        Assert.Equal("12", (await account.Inbox.NextAsync()).MessageId);
        Assert.Equal("101", (await account.Inbox.NextAsync()).MessageId);
    }

    [Fact]
    public async Task As_many_connections_are_made_as_Discord_wants_one_every_five_seconds()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Shards = 2;
        discord.Gateway.IdentifyPause = TimeSpan.FromSeconds(0.5);
        await using var gateway = await DiscordAccounts.GatewayAsync(new HurriedClock(8));
        var account = await gateway.StartDiscordAsync(discord);

        var shards = new[] { await discord.Gateway.HeardAsync(Identify), await discord.Gateway.HeardAsync(Identify, 2) };
        await account.UntilAsync(static status => status.State == ChannelState.Running);
        discord.Say(Chats.Direct("11", "to the first"));
        var far = Chats.InGuild("12", "to the second");
        far["guild_id"] = $"{1UL << 22}";
        discord.Say(far);

        Assert.Equal(["[0,2]", "[1,2]"], shards.Select(static one => one["d"]!["shard"]!.ToJsonString()).Order());
        Assert.Equal(["11", "12"], new[] { (await account.Inbox.NextAsync()).MessageId, (await account.Inbox.NextAsync()).MessageId }.Order());
        Assert.Equal(2, account.Inbox.Offers);
    }

    [Fact]
    public async Task Without_a_session_left_for_today_the_bot_says_how_long_it_waits()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.StartsLeft = 0;
        await using var gateway = await DiscordAccounts.GatewayAsync();

        var failed = await Assert.ThrowsAsync<ChannelException>(() => gateway.StartDiscordAsync(discord));

        Assert.Contains("01:00:00", failed.Message, StringComparison.Ordinal);
        Assert.Equal(0, discord.Gateway.Count(Identify));
    }

    [Fact]
    [Trait("Threat", "CH-07")]
    public async Task An_event_that_comes_again_is_taken_once()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var gateway = await DiscordAccounts.GatewayAsync();
        var account = await gateway.StartDiscordAsync(discord);
        discord.Say(Chats.Direct("11", "once"));
        await account.Inbox.NextAsync();

        discord.Gateway.Repeat("MESSAGE_CREATE");
        discord.Say(Chats.Direct("12", "next"));

        Assert.Equal("12", (await account.Inbox.NextAsync()).MessageId);
        Assert.Equal(2, account.Inbox.Offers);
    }

    [Fact]
    public async Task A_gateway_at_another_place_is_not_told_the_token()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var elsewhere = await FakeDiscord.StartAsync();
        discord.GatewayUrl = $"{elsewhere.Origin.Replace("http", "ws", StringComparison.Ordinal)}/gateway";
        await using var gateway = await DiscordAccounts.GatewayAsync();

        var failed = await Assert.ThrowsAsync<ChannelException>(() => gateway.StartDiscordAsync(discord));

        Assert.Contains("DISCORD_API_URL", failed.Message, StringComparison.Ordinal);
        Assert.Empty(elsewhere.Gateway.Received);
    }

    [Fact]
    public async Task Discord_that_cannot_be_reached_at_the_start_may_be_there_later()
    {
        var discord = await FakeDiscord.StartAsync();
        var settings = DiscordAccounts.SettingsFor(discord);
        await discord.DisposeAsync();
        await using var gateway = await DiscordAccounts.GatewayAsync();

        var failed = await Assert.ThrowsAsync<ChannelException>(() => gateway.StartAccountAsync("discord", settings));

        Assert.True(failed.IsTransient);
        Assert.DoesNotContain(FakeDiscord.Token, failed.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://example.org/api/v10")]
    [InlineData("ftp://127.0.0.1/api/v10")]
    [InlineData("https://user:word@example.org/api/v10")]
    [InlineData("nonsense")]
    public async Task A_place_that_is_not_safe_is_refused(string url)
    {
        await using var gateway = await DiscordAccounts.GatewayAsync();

        var refused = await Assert.ThrowsAsync<ChannelException>(
            () => gateway.StartAccountAsync("discord", $$"""{ "token": "{{FakeDiscord.Token}}", "apiUrl": "{{url}}" }"""));

        Assert.False(refused.IsTransient);
        Assert.Contains("apiUrl", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_accounts_cannot_be_the_same_bot()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var gateway = await DiscordAccounts.GatewayAsync();
        await gateway.StartDiscordAsync(discord);

        var refused = await Assert.ThrowsAsync<ChannelException>(() => gateway.StartAccountAsync("discord", DiscordAccounts.SettingsFor(discord), "second"));

        Assert.Contains("account second has the same bot token as account default", refused.Message, StringComparison.Ordinal);
    }
}
