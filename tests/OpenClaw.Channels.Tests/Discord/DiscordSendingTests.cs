using System.Text;
using OpenClaw.Channels.Tests.Discord.Fake;
using OpenClaw.Content;
using OpenClaw.Testing;

namespace OpenClaw.Channels.Tests.Discord;

/// <summary>What is sent, how it looks, and what is known when something goes wrong.</summary>
public sealed class DiscordSendingTests
{
    private const string Direct = $"channels/{Chats.AliceDirect}/messages";
    private static readonly ChatAddress ToAlice = new(Chats.Alice, ChatKind.Direct);
    private static readonly ChatAddress ToGeneral = new(Chats.General, ChatKind.Broadcast);

    [Fact]
    public async Task A_message_calls_nobody_hides_embeds_and_answers_what_it_was_told_to()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var gateway = await DiscordAccounts.GatewayAsync();
        var account = await gateway.StartDiscordAsync(discord, """ "mentionAliases": { "@bob": "1002" } """);

        var outcome = await account.Channel.SendAsync(
            new OutboundMessage
            {
                IdempotencyKey = "k1",
                Chat = ToGeneral,
                Parts = [new TextPart("@everyone @Bob look, `@bob`")],
                ReplyToMessageId = "77",
                Silent = true,
                Buttons = [[new MessageButton("Yes", "y"), new MessageButton("No", "n")]],
            },
            CancellationToken.None);

        var shown = Assert.Single(discord.Messages.Shown);
        Assert.Equal(shown.Id, Assert.IsType<SendAccepted>(outcome).MessageId);
        Assert.Equal((Chats.General, "@everyone <@1002> look, `@bob`", 4 | 4096), (shown.Channel, shown.Text, (int)shown.Source["flags"]!));
        Assert.Equal("""{"parse":["users"],"replied_user":false}""", shown.Source["allowed_mentions"]!.ToJsonString());
        Assert.Equal("""{"message_id":"77","fail_if_not_exists":false}""", shown.Source["message_reference"]!.ToJsonString());
        Assert.Equal(["oc0:y", "oc1:n"], shown.Source["components"]![0]!["components"]!.AsArray().Select(static one => (string?)one!["custom_id"]));
        Assert.Equal(25, ((string)shown.Source["nonce"]!).Length);
    }

    [Fact]
    public async Task A_wait_that_Discord_asks_for_is_kept_and_the_message_comes_once()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var gateway = await DiscordAccounts.GatewayAsync();
        var account = await gateway.StartDiscordAsync(discord);
        discord.Fail("POST", Direct, DiscordFaults.TooMany("0.4"));

        Assert.IsType<SendAccepted>(await account.SendAsync(ToAlice, "hello"));

        var calls = discord.Calls.Where(static call => call.Is("POST", Direct)).ToList();
        Assert.Equal((2, 1), (calls.Count, discord.Messages.Shown.Count));
        Assert.InRange(calls[1].At - calls[0].At, TimeSpan.FromSeconds(0.39), TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_wait_for_everything_holds_back_everything()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var gateway = await DiscordAccounts.GatewayAsync();
        var account = await gateway.StartDiscordAsync(discord);
        discord.Fail("POST", Direct, DiscordFaults.TooMany("0.5", isGlobal: true));

        var first = account.SendAsync(ToAlice, "one");
        await discord.CalledAsync("POST", Direct);
        await Task.Delay(100);
        await account.SendAsync(ToGeneral, "two");
        await first;

        var refused = discord.Calls.First(static call => call.Is("POST", Direct)).At;
        Assert.All(discord.Calls.Where(call => call.Path.EndsWith("/messages", StringComparison.Ordinal) && call.At > refused), call =>
            Assert.InRange(call.At - refused, TimeSpan.FromSeconds(0.49), TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task When_no_call_is_left_the_next_waits_until_there_are_more()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var gateway = await DiscordAccounts.GatewayAsync();
        var account = await gateway.StartDiscordAsync(discord);
        discord.Headers[$"POST {Direct}"] = new() { ["X-RateLimit-Bucket"] = "abcd", ["X-RateLimit-Remaining"] = "0", ["X-RateLimit-Reset-After"] = "0.4" };
        await account.SendAsync(ToAlice, "one");
        discord.Headers.Clear();
        var other = account.SendAsync(ToGeneral, "elsewhere");
        await account.SendAsync(ToAlice, "two");
        await other;

        var calls = discord.Calls.Where(static call => call.Is("POST", Direct)).ToList();
        Assert.InRange(calls[1].At - calls[0].At, TimeSpan.FromSeconds(0.39), TimeSpan.FromSeconds(5));
        Assert.Equal(["one", "elsewhere", "two"], discord.Messages.Shown.Select(static one => one.Text));
    }

    [Fact]
    [Trait("Threat", "CH-29")]
    public async Task What_arrived_and_was_not_confirmed_is_sent_again_and_shown_once()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var gateway = await DiscordAccounts.GatewayAsync();
        var account = await gateway.StartDiscordAsync(discord);
        discord.Fail("POST", Direct, DiscordFaults.CutAfter, DiscordFaults.FailAfter);

        var outcome = await account.SendAsync(ToAlice, "hello", "k1");
        var again = await account.SendAsync(ToAlice, "hello", "k1");

        var shown = Assert.Single(discord.Messages.Shown);
        Assert.Equal((shown.Id, shown.Id), (Assert.IsType<SendAccepted>(outcome).MessageId, Assert.IsType<SendAccepted>(again).MessageId));
        Assert.Equal(4, discord.Calls.Count(static call => call.Is("POST", Direct)));
    }

    [Theory]
    [Trait("Threat", "CH-27")]
    [InlineData("1000000000", 3600.0)]
    [InlineData("\"soon\"", 0.0)]
    [InlineData("-5", 0.0)]
    [InlineData("1e400", 0.0)]
    public async Task A_senseless_wait_is_brought_into_bounds(string asked, double expected)
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var gateway = await DiscordAccounts.GatewayAsync();
        var account = await gateway.StartDiscordAsync(discord);
        discord.Fail("POST", Direct, DiscordFaults.TooMany(asked == "1e400" ? "null" : asked));

        var outcome = await account.SendAsync(ToAlice, "hello").WaitAsync(TimeSpan.FromSeconds(20));

        if (expected > 0)
            Assert.InRange(Assert.IsType<SendRetryable>(outcome).RetryAfter!.Value.TotalSeconds, 1, expected);
        else
            Assert.IsType<SendAccepted>(outcome);
    }

    [Theory]
    [InlineData(404, 10003, "chat_not_found")]
    [InlineData(403, 50007, "forbidden")]
    [InlineData(403, 50013, "forbidden")]
    [InlineData(400, 50035, "refused")]
    [InlineData(413, 40005, "too_large")]
    public async Task What_Discord_does_not_do_is_final_and_said_why(int status, int code, string expected)
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var gateway = await DiscordAccounts.GatewayAsync();
        var account = await gateway.StartDiscordAsync(discord);
        discord.Fail("POST", Direct, DiscordFaults.Refuse(status, code, "No"));

        var refused = Assert.IsType<SendRefused>(await account.SendAsync(ToAlice, "hello"));

        Assert.Equal(expected, refused.Code);
        Assert.Single(discord.Calls, static call => call.Is("POST", Direct));
    }

    [Fact]
    [Trait("Threat", "CH-25")]
    public async Task A_token_that_is_taken_back_ends_the_account()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var gateway = await DiscordAccounts.GatewayAsync();
        var account = await gateway.StartDiscordAsync(discord);
        discord.Gateway.AcceptedToken = "another";

        Assert.IsType<SendNotLinked>(await account.SendAsync(ToGeneral, "hello"));
        await account.UntilAsync(static status => status.State == ChannelState.Failed);
    }

    [Fact]
    public async Task Nobody_is_written_to_who_does_not_exist()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var gateway = await DiscordAccounts.GatewayAsync();
        var account = await gateway.StartDiscordAsync(discord);

        Assert.Equal("chat_not_found", Assert.IsType<SendRefused>(await account.SendAsync(new ChatAddress("5555", ChatKind.Direct), "hello")).Code);
        Assert.Equal("chat_not_found", Assert.IsType<SendRefused>(await account.SendAsync(new ChatAddress("@alice", ChatKind.Direct), "hello")).Code);
        Assert.IsType<SendAccepted>(await account.SendAsync(new ChatAddress(Chats.General, ChatKind.Direct), "a channel without its word"));
    }

    [Fact]
    [Trait("Threat", "CH-18")]
    public async Task Characters_are_counted_as_Discord_counts_them()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var gateway = await DiscordAccounts.GatewayAsync();
        var account = await gateway.StartDiscordAsync(discord);
        var channel = Assert.Single(gateway.Channels);

        Assert.Equal((2000, TextUnit.Scalars), (channel.MaxTextLength, channel.TextUnit));
        Assert.IsType<SendAccepted>(await account.SendAsync(ToAlice, string.Concat(Enumerable.Repeat("🦀", 2000))));
    }

    [Fact]
    public async Task A_file_goes_with_its_name_and_its_text()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var gateway = await DiscordAccounts.GatewayAsync();
        var account = await gateway.StartDiscordAsync(discord);
        discord.Fail("POST", Direct, DiscordFaults.CutAfter);
        var media = new Media("image/png", static _ => ValueTask.FromResult<Stream>(new MemoryStream([1, 2, 3]))) { FileName = "grün \"x\".png", Caption = "**look**" };

        Assert.IsType<SendAccepted>(await account.Channel.SendAsync(
            new OutboundMessage { IdempotencyKey = "k1", Chat = ToAlice, Parts = [new MediaPart(media)] }, CancellationToken.None));

        var shown = Assert.Single(discord.Messages.Shown);
        var file = Assert.Single(shown.Files);
        Assert.Equal(("**look**", "grün x.png", "image/png"), (shown.Text, file.Name, file.Type));
        Assert.Equal([1, 2, 3], file.Content);
        Assert.Equal("""[{"id":0,"filename":"grün x.png"}]""", shown.Source["attachments"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    public async Task Messages_are_changed_marked_and_removed()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var gateway = await DiscordAccounts.GatewayAsync();
        var account = await gateway.StartDiscordAsync(discord);
        var id = Assert.IsType<SendAccepted>(await account.SendAsync(ToGeneral, "frist")).MessageId;
        discord.Fail("PATCH", $"channels/{Chats.General}/messages/{id}", DiscordFaults.CutAfter);

        Assert.IsType<SendAccepted>(await ((IChannelEdits)account.Channel).EditAsync(ToGeneral, id, [new TextPart("first")], CancellationToken.None));
        Assert.IsType<SendAccepted>(await ((IChannelReactions)account.Channel).ReactAsync(ToGeneral, id, "👀", CancellationToken.None));
        Assert.IsType<SendAccepted>(await ((IChannelReactions)account.Channel).ReactAsync(ToGeneral, id, "<:crab:77>", CancellationToken.None));
        var marked = Assert.Single(discord.Messages.Shown);
        Assert.Equal("first", marked.Text);
        Assert.Equal(["crab:77", "👀"], marked.Reactions.Order(StringComparer.Ordinal));
        await ((IChannelReactions)account.Channel).ReactAsync(ToGeneral, id, null, CancellationToken.None);
        Assert.DoesNotContain("👀", Assert.Single(discord.Messages.Shown).Reactions);
        Assert.IsType<SendAccepted>(await ((IChannelEdits)account.Channel).DeleteAsync(ToGeneral, id, CancellationToken.None));
        Assert.Empty(discord.Messages.Shown);
        Assert.Equal("message_not_found", Assert.IsType<SendRefused>(await ((IChannelEdits)account.Channel).DeleteAsync(ToGeneral, id, CancellationToken.None)).Code);
        await ((IChannelTyping)account.Channel).ShowTypingAsync(ToAlice, CancellationToken.None);
        await discord.CalledAsync("POST", $"channels/{Chats.AliceDirect}/typing");
    }

    [Fact]
    public async Task A_poll_is_put_up_once()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var gateway = await DiscordAccounts.GatewayAsync();
        var account = await gateway.StartDiscordAsync(discord);
        var polls = (IChannelPolls)account.Channel;
        discord.Fail("POST", $"channels/{Chats.General}/messages", DiscordFaults.CutAfter);

        Assert.IsType<SendAccepted>(await polls.PollAsync(
            ToGeneral, new ChannelPoll { IdempotencyKey = "p1", Question = "Lunch?", Options = ["Soup", "Bread"], OpenFor = TimeSpan.FromMinutes(90), MaxSelections = 2 }, CancellationToken.None));

        var poll = Assert.Single(discord.Messages.Shown).Source["poll"]!;
        Assert.Equal(("Lunch?", 2, true), ((string)poll["question"]!["text"]!, (int)poll["duration"]!, (bool)poll["allow_multiselect"]!));
        Assert.Equal("invalid_poll", Assert.IsType<SendRefused>(await polls.PollAsync(
            ToGeneral, new ChannelPoll { IdempotencyKey = "p2", Question = "?", Options = ["a", "b"], IsAnonymous = true }, CancellationToken.None)).Code);
    }

    [Fact]
    public async Task What_was_written_is_read_oldest_first_and_people_and_places_are_found()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var gateway = await DiscordAccounts.GatewayAsync();
        var account = await gateway.StartDiscordAsync(discord);
        foreach (var number in (int[])[11, 12, 13])
            discord.Keep(Chats.InGuild($"{number}", $"word {number}"));

        var posts = await ((IChannelHistory)account.Channel).ReadAsync(ToGeneral, new HistoryQuery(2), CancellationToken.None);
        var chats = await ((IChannelDirectory)account.Channel).FindChatsAsync("secret", 10, CancellationToken.None);
        var users = await ((IChannelDirectory)account.Channel).FindUsersAsync("ali", 10, CancellationToken.None);

        Assert.Equal(["12 word 12", "13 word 13"], posts.Select(static post => $"{post.MessageId} {post.Text}"));
        Assert.Equal((Chats.Secret, "Our Team #secret plans"), (Assert.Single(chats).ChatId, chats[0].Title));
        Assert.Equal(Chats.Alice, Assert.Single(users).Id);
        Assert.Equal(new ChannelProbe(true, AccountId: FakeDiscord.BotId, AccountName: FakeDiscord.BotName), await ((IChannelProbe)account.Channel).ProbeAsync(CancellationToken.None));
    }
}
