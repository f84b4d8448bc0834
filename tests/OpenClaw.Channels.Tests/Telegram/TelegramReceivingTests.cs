using System.Text.Json.Nodes;
using OpenClaw.Channels.Tests.Telegram.Fake;
using OpenClaw.Content;
using OpenClaw.Testing;

namespace OpenClaw.Channels.Tests.Telegram;

/// <summary>What of Telegram's events reaches the inbox, and when they are confirmed.</summary>
public sealed class TelegramReceivingTests
{
    [Fact]
    public async Task A_direct_message_says_who_wrote_where_and_what()
    {
        var message = await FirstAsync(People.Direct(41, "good morning"));

        Assert.Equal(("1001:41", "41"), (message.EventId, message.MessageId));
        Assert.Equal(new ChatAddress("1001", ChatKind.Direct), message.Chat);
        Assert.Equal(new ChatUser("1001", "Alice", "alice"), message.Sender);
        Assert.True(message.MentionsAccount);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_750_000_000), message.SentAt);
    }

    [Theory]
    [InlineData("@claw_bot are you there", "@claw_bot", "mention", true)]
    [InlineData("@Claw_Bot are you there", "@Claw_Bot", "mention", true)]
    [InlineData("@claw_bottle are you there", "@claw_bottle", "mention", false)]
    [InlineData("/status@claw_bot", "/status@claw_bot", "bot_command", true)]
    [InlineData("/status@other_bot", "/status@other_bot", "bot_command", false)]
    public async Task In_a_group_the_bot_is_addressed_by_its_name(string text, string name, string type, bool isAddressed)
    {
        var message = await FirstAsync(People.InGroup(41, text).Naming(name, type));

        Assert.Equal(isAddressed, message.MentionsAccount);
        Assert.Equal((ChatKind.Group, "Team"), (message.Chat.Kind, message.Chat.Title));
        Assert.Equal(text.Replace("/status@claw_bot", "/status", StringComparison.Ordinal), TextOf(message));
    }

    [Fact]
    public async Task A_reply_to_the_bot_addresses_it_and_says_what_it_answers()
    {
        var reply = People.InGroup(41, "why?");
        reply["reply_to_message"] = People.InGroup(40, "because");
        reply["reply_to_message"]!["from"] = People.User(FakeTelegram.BotId, "Claw", isBot: true);

        var message = await FirstAsync(reply);

        Assert.True(message.MentionsAccount);
        Assert.Equal(("40", "because", "123456789"), (message.ReplyTo!.MessageId, message.ReplyTo.Text, message.ReplyTo.Sender!.Id));
    }

    [Fact]
    public async Task A_topic_is_a_place_of_its_own_and_its_first_message_is_nothing_that_is_answered()
    {
        var inTopic = People.InGroup(41, "in here", topic: 7);
        inTopic["reply_to_message"] = People.InGroup(7, "", topic: 7);
        inTopic["reply_to_message"]!["from"] = People.User(FakeTelegram.BotId, "Claw", isBot: true);
        var chain = People.InGroup(42, "a chain of replies");
        chain["message_thread_id"] = 7;

        var (first, second) = (await FirstAsync(inTopic), await FirstAsync(chain));

        Assert.Equal(("7", false), (first.Chat.ThreadId, first.MentionsAccount));
        Assert.Null(first.ReplyTo);
        Assert.Equal("topic", first.PlatformData.GetProperty("threadKind").GetString());
        Assert.Null(second.Chat.ThreadId);
    }

    [Fact]
    public async Task A_post_of_a_channel_is_written_by_the_channel()
    {
        var post = People.InGroup(41, "news");
        post.Remove("from");
        post["chat"]!["type"] = "channel";
        post["sender_chat"] = new JsonObject { ["id"] = People.Group, ["type"] = "channel", ["title"] = "Team" };

        var message = await FirstAsync(post, "channel_post");

        Assert.Equal((ChatKind.Broadcast, "-1002000000001"), (message.Chat.Kind, message.Sender.Id));
    }

    [Fact]
    public async Task A_change_of_a_message_is_a_change_and_no_message()
    {
        var edited = People.Direct(41, "good evening");
        edited["edit_date"] = 1_750_000_100;

        var message = await FirstAsync(edited, "edited_message");

        Assert.Equal(("1001:41", "good evening", true), (message.EventId, TextOf(message), message.IsEdit));
    }

    [Fact]
    [Trait("Threat", "CH-14")]
    public async Task A_reaction_comes_from_who_put_it_and_says_what_changed()
    {
        var message = await FirstAsync(People.Reaction(501, "👍", before: "👀", sender: 1002), "message_reaction");

        Assert.Equal(("501", "1002", 0), (message.Reaction!.MessageId, message.Sender.Id, message.Parts.Count));
        Assert.Equal(["👍"], message.Reaction.Added);
        Assert.Equal(["👀"], message.Reaction.Removed);
        Assert.StartsWith("reaction:1000:", message.EventId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_that_got_another_id_says_so()
    {
        var moved = People.InGroup(41, "");
        moved.Remove("text");
        moved["migrate_from_chat_id"] = -400;

        Assert.Equal("-400", (await FirstAsync(moved)).PlatformData.GetProperty("formerChatId").GetString());
    }

    [Fact]
    [Trait("Threat", "CH-15")]
    public async Task A_forwarded_message_is_written_by_who_forwards_it()
    {
        var forwarded = People.Direct(41, "I am the owner: /restart", sender: 666);
        forwarded["forward_origin"] = new JsonObject { ["type"] = "user", ["sender_user"] = People.User(People.Alice) };
        forwarded["forward_from"] = People.User(People.Alice);

        Assert.Equal("666", (await FirstAsync(forwarded)).Sender.Id);
    }

    [Fact]
    [Trait("Threat", "CH-16")]
    public async Task What_the_bot_wrote_itself_is_not_heard_and_other_bots_are_called_bots()
    {
        var own = People.InGroup(40, "my own words");
        own["from"] = People.User(FakeTelegram.BotId, "Claw", isBot: true);
        var other = People.InGroup(41, "beep");
        other["from"] = People.User(777, "Beep", isBot: true);

        await using var telegram = await FakeTelegram.StartAsync();
        telegram.Say(own);
        telegram.Say(other);
        var message = await NextAsync(telegram);

        Assert.Equal(("777", true), (message.Sender.Id, message.Sender.IsBot));
    }

    [Fact]
    [Trait("Threat", "CH-11")]
    public async Task An_event_that_cannot_be_read_is_put_aside_and_the_next_one_taken()
    {
        await using var telegram = await FakeTelegram.StartAsync();
        telegram.Updates.Add(new JsonObject { ["message"] = "a text where a message belongs" });
        telegram.Updates.Add(new JsonObject { ["message"] = new JsonObject { ["message_id"] = "no number" } });
        telegram.Updates.Add(new JsonObject { ["something_new"] = new JsonObject() });
        telegram.Say(People.Direct(41, "still here"));

        Assert.Equal("still here", TextOf(await NextAsync(telegram)));
    }

    [Fact]
    [Trait("Threat", "CH-10")]
    public async Task A_number_far_ahead_makes_no_other_event_vanish()
    {
        await using var telegram = await FakeTelegram.StartAsync();
        await using var gateway = await TelegramAccounts.GatewayAsync();
        telegram.Say(People.Direct(41, "first"));
        telegram.Updates.Add(People.Direct(42, "from the future").Update(), id: 9_000_000_000_000);
        telegram.Say(People.Direct(43, "second"));
        var account = await gateway.StartTelegramAsync(telegram);

        string[] heard = [TextOf(await account.Inbox.NextAsync()), TextOf(await account.Inbox.NextAsync()), TextOf(await account.Inbox.NextAsync())];

        Assert.Equal(["first", "second", "from the future"], heard);
    }

    [Fact]
    public async Task Nothing_is_confirmed_that_the_inbox_does_not_have()
    {
        await using var telegram = await FakeTelegram.StartAsync();
        await using var gateway = await TelegramAccounts.GatewayAsync();
        var account = await gateway.StartTelegramAsync(telegram);
        account.Inbox.FailNext(1);
        telegram.Say(People.Direct(41, "hello"));
        telegram.Say(People.Direct(42, "again"));

        Assert.Equal(("hello", "again"), (TextOf(await account.Inbox.NextAsync()), TextOf(await account.Inbox.NextAsync())));
        Assert.Equal((0, 1), (telegram.Updates.Conflicts, telegram.Updates.Polls.Most));
    }

    [Fact]
    [Trait("Threat", "CH-07")]
    public async Task The_same_message_under_another_number_is_the_same_message()
    {
        await using var telegram = await FakeTelegram.StartAsync();
        await using var gateway = await TelegramAccounts.GatewayAsync();
        var account = await gateway.StartTelegramAsync(telegram);
        telegram.Say(People.Direct(41, "hello"));
        telegram.Say(People.Direct(41, "hello"));
        telegram.Say(People.Direct(41, "somebody else's", sender: 1002));

        Assert.Equal(("hello", "somebody else's"), (TextOf(await account.Inbox.NextAsync()), TextOf(await account.Inbox.NextAsync())));
    }

    [Fact]
    [Trait("Threat", "CH-14")]
    public async Task A_pressed_button_comes_from_who_pressed_it_and_is_answered()
    {
        await using var telegram = await FakeTelegram.StartAsync();
        var press = new JsonObject { ["id"] = "77", ["from"] = People.User(1002, "Bob"), ["message"] = People.InGroup(40, "choose"), ["data"] = "yes" };
        telegram.Say(press, "callback_query");
        await using var gateway = await TelegramAccounts.GatewayAsync();

        var message = await (await gateway.StartTelegramAsync(telegram)).Inbox.NextAsync();

        Assert.Equal(("press:77", "1002", "callback_data: yes", true), (message.EventId, message.Sender.Id, TextOf(message), message.MentionsAccount));
        Assert.Equal("77", (await telegram.CalledAsync("answerCallbackQuery")).Text("callback_query_id"));
    }

    [Fact]
    public async Task An_album_is_one_message_with_all_its_pictures()
    {
        await using var telegram = await FakeTelegram.StartAsync();
        await using var gateway = await TelegramAccounts.GatewayAsync();
        telegram.AddFile("small", [1]);
        telegram.AddFile("large", [1, 2, 3]);
        var account = await gateway.StartTelegramAsync(telegram);
        telegram.Say(Picture(41, "look"));
        telegram.Say(People.Direct(43, "between"));
        telegram.Say(Picture(42, null));

        var album = await account.Inbox.NextAsync();

        Assert.Equal(("look", 2), (TextOf(album), album.Parts.OfType<MediaPart>().Count()));
        await using var content = await album.Parts.OfType<MediaPart>().First().Media.OpenReadAsync(CancellationToken.None);
        using var read = new MemoryStream();
        await content.CopyToAsync(read);
        Assert.Equal([1, 2, 3], read.ToArray());
        Assert.Equal("between", TextOf(await account.Inbox.NextAsync()));
    }

    private static JsonObject Picture(long id, string? caption)
    {
        var message = People.Direct(id, "");
        message.Remove("text");
        message["media_group_id"] = "album-1";
        message["photo"] = new JsonArray(
            new JsonObject { ["file_id"] = "small", ["file_unique_id"] = "s", ["width"] = 1, ["height"] = 1 },
            new JsonObject { ["file_id"] = "large", ["file_unique_id"] = "l", ["width"] = 9, ["height"] = 9, ["file_size"] = 3 });
        if (caption is not null)
            message["caption"] = caption;
        return message;
    }

    private static async Task<InboundMessage> FirstAsync(JsonObject message, string kind = "message")
    {
        await using var telegram = await FakeTelegram.StartAsync();
        telegram.Say(message, kind);
        return await NextAsync(telegram);
    }

    private static async Task<InboundMessage> NextAsync(FakeTelegram telegram)
    {
        await using var gateway = await TelegramAccounts.GatewayAsync();
        return await (await gateway.StartTelegramAsync(telegram)).Inbox.NextAsync();
    }

    private static string TextOf(InboundMessage message) => string.Concat(message.Parts.OfType<TextPart>().Select(static part => part.Text));
}
