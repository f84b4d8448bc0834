using OpenClaw.Channels.Tests.Telegram.Fake;
using OpenClaw.Content;
using OpenClaw.Testing;

namespace OpenClaw.Channels.Tests.Telegram;

/// <summary>What is sent, how it looks, and what is known of it afterwards.</summary>
public sealed class TelegramSendingTests
{
    private static readonly ChatAddress Alice = new("1001", ChatKind.Direct);

    [Fact]
    public async Task A_text_goes_formatted_into_its_topic_as_an_answer_without_a_sound_and_with_buttons()
    {
        await using var far = await StartAsync();
        var outcome = await far.SendAsync(new OutboundMessage
        {
            IdempotencyKey = "1",
            Chat = new ChatAddress("-1002000000001", ChatKind.Group, "7"),
            Parts = [new TextPart("**now** <or> never")],
            ReplyToMessageId = "41",
            Silent = true,
            Buttons = [[new MessageButton("Yes", "yes"), new MessageButton("Too long", new string('x', 65))]],
        });

        var shown = Assert.Single(far.Telegram.Chats.Shown);
        Assert.Equal(new SendAccepted($"{shown.Id}", "-1002000000001"), outcome);
        Assert.Equal(("now <or> never", 7, 41, true), (shown.Text, shown.Thread, shown.ReplyTo, shown.Silent));
        Assert.Equal("""{"inline_keyboard":[[{"text":"Yes","callback_data":"yes"}]]}""", shown.Keyboard!.ToJsonString());
    }

    [Fact]
    public async Task The_topic_that_every_forum_has_is_not_named()
    {
        await using var far = await StartAsync();

        Assert.IsType<SendAccepted>(await far.Account.SendAsync(new ChatAddress("-1002000000001", ChatKind.Group, "1"), "hello"));
    }

    [Fact]
    public async Task What_Telegram_cannot_read_as_format_goes_out_as_it_was_written()
    {
        await using var far = await StartAsync();
        far.Telegram.Fail("sendMessage", Faults.Refuse(400, "Bad Request: can't parse entities: Unsupported start tag"));

        Assert.IsType<SendAccepted>(await far.Account.SendAsync(Alice, "**now**"));
        var shown = Assert.Single(far.Telegram.Chats.Shown);
        Assert.Equal(("**now**", null), (shown.Text, shown.ParseMode));
    }

    [Fact]
    public async Task A_group_that_moved_is_followed()
    {
        await using var far = await StartAsync();
        far.Telegram.Fail("sendMessage", Faults.Migrate(-1005));

        var outcome = Assert.IsType<SendAccepted>(await far.Account.SendAsync(new ChatAddress("-77", ChatKind.Group), "hello"));
        Assert.Equal("-1005", outcome.ChatId);
    }

    [Fact]
    [Trait("Threat", "CH-29")]
    public async Task What_may_have_been_sent_is_unknown_and_what_was_not_may_be_tried_again()
    {
        await using var far = await StartAsync();
        far.Telegram.Fail("sendMessage", Faults.TooMany(7), Faults.Page(502), Faults.CutAfter, Faults.Refuse(403, "Forbidden: bot was blocked by the user"), Faults.Raw("{}"));

        Assert.Equal(TimeSpan.FromSeconds(7), Assert.IsType<SendRetryable>(await far.Account.SendAsync(Alice, "one")).RetryAfter);
        Assert.IsType<SendUnknown>(await far.Account.SendAsync(Alice, "two"));
        Assert.IsType<SendUnknown>(await far.Account.SendAsync(Alice, "three"));
        Assert.Equal("forbidden", Assert.IsType<SendRefused>(await far.Account.SendAsync(Alice, "four")).Code);
        Assert.IsType<SendUnknown>(await far.Account.SendAsync(Alice, "five"));
        Assert.Equal("three", Assert.Single(far.Telegram.Chats.Shown).Text);
        await far.Telegram.DisposeAsync();
        Assert.IsType<SendRetryable>(await far.Account.SendAsync(Alice, "six"));
    }

    [Theory]
    [Trait("Threat", "CH-27")]
    [InlineData("-5", 0)]
    [InlineData("1e300", 3600)]
    [InlineData("1000000000", 3600)]
    [InlineData("\"soon\"", 1)]
    [InlineData("null", 1)]
    public async Task A_strange_wait_is_made_a_sane_one(string asked, int seconds)
    {
        await using var far = await StartAsync();
        far.Telegram.Fail("sendMessage", Faults.Raw($$$"""{"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":{{{asked}}}}}"""));

        Assert.Equal(TimeSpan.FromSeconds(seconds), Assert.IsType<SendRetryable>(await far.Account.SendAsync(Alice, "hello")).RetryAfter);
    }

    [Theory]
    [InlineData("not a chat")]
    [InlineData("")]
    [InlineData("@")]
    public async Task A_target_that_is_none_is_refused_before_anybody_is_asked(string chat)
    {
        await using var far = await StartAsync();

        Assert.Equal("chat_not_found", Assert.IsType<SendRefused>(await far.Account.SendAsync(new ChatAddress(chat, ChatKind.Direct), "hello")).Code);
    }

    [Theory]
    [InlineData("image/png", "photo")]
    [InlineData("image/gif", "animation")]
    [InlineData("audio/ogg", "voice")]
    [InlineData("audio/mpeg", "audio")]
    [InlineData("video/mp4", "video")]
    [InlineData("application/pdf", "document")]
    [InlineData("no type at all", "document")]
    public async Task A_file_goes_as_what_it_is_with_its_name_and_caption(string type, string kind)
    {
        await using var far = await StartAsync();
        var media = new Media(type, static _ => ValueTask.FromResult<Stream>(new MemoryStream([1, 2, 3]))) { FileName = "Größe \"1\".bin", Caption = "**look**" };

        Assert.IsType<SendAccepted>(await far.SendAsync(Message(new MediaPart(media))));

        var shown = Assert.Single(far.Telegram.Chats.Shown);
        Assert.Equal((kind, "look", "Größe 1.bin"), (shown.Kind, shown.Text, shown.File!.FileName));
        Assert.Equal([1, 2, 3], shown.File.Content);
    }

    [Fact]
    public async Task A_picture_that_Telegram_does_not_like_goes_as_a_document()
    {
        await using var far = await StartAsync();
        far.Telegram.Fail("sendPhoto", Faults.Refuse(400, "Bad Request: PHOTO_INVALID_DIMENSIONS"));

        Assert.IsType<SendAccepted>(await far.SendAsync(Message(new MediaPart(Media.FromBytes("image/png", new byte[] { 1 }, "a.png")))));
        Assert.Equal("document", Assert.Single(far.Telegram.Chats.Shown).Kind);
    }

    [Fact]
    public async Task Several_files_are_an_album()
    {
        await using var far = await StartAsync();
        var outcome = await far.SendAsync(Message(
            new TextPart("all of _them_"),
            new MediaPart(Media.FromBytes("image/png", new byte[] { 1 }, "a.png")),
            new MediaPart(Media.FromBytes("image/jpeg", new byte[] { 2 }, "b.jpg"))));

        var shown = far.Telegram.Chats.Shown;
        Assert.Equal(["photo", "photo"], shown.Select(static one => one.Kind));
        Assert.Equal(shown[0].MediaGroup, shown[1].MediaGroup);
        Assert.Equal([$"{shown[1].Id}"], Assert.IsType<SendAccepted>(outcome).MoreMessageIds);
    }

    [Fact]
    public async Task Messages_are_changed_removed_and_reacted_to()
    {
        await using var far = await StartAsync();
        var id = Assert.IsType<SendAccepted>(await far.Account.SendAsync(Alice, "one")).MessageId;
        var edits = (IChannelEdits)far.Account.Channel;

        Assert.IsType<SendAccepted>(await edits.EditAsync(Alice, id, [new TextPart("**two**")], CancellationToken.None));
        Assert.IsType<SendAccepted>(await edits.EditAsync(Alice, id, [new TextPart("**two**")], CancellationToken.None));
        Assert.Equal("two", Assert.Single(far.Telegram.Chats.Shown).Text);
        Assert.Equal("message_not_found", Assert.IsType<SendRefused>(await edits.EditAsync(Alice, "9", [new TextPart("x")], CancellationToken.None)).Code);
        Assert.IsType<SendAccepted>(await edits.DeleteAsync(Alice, id, CancellationToken.None));
        Assert.Empty(far.Telegram.Chats.Shown);
        Assert.IsType<SendAccepted>(await ((IChannelReactions)far.Account.Channel).ReactAsync(Alice, id, "👀", CancellationToken.None));
        Assert.Equal("👀", (string?)(await far.Telegram.CalledAsync("setMessageReaction")).Node("reaction")![0]!["emoji"]);
        await ((IChannelTyping)far.Account.Channel).ShowTypingAsync(new ChatAddress("-5", ChatKind.Group, "1"), CancellationToken.None);
        Assert.Equal(1, (await far.Telegram.CalledAsync("sendChatAction")).Number("message_thread_id"));
    }

    private static OutboundMessage Message(params MessagePart[] parts) => new() { IdempotencyKey = "1", Chat = Alice, Parts = parts };

    private static async Task<Far> StartAsync()
    {
        var telegram = await FakeTelegram.StartAsync();
        var gateway = await TelegramAccounts.GatewayAsync();
        return new Far(telegram, gateway, await gateway.StartTelegramAsync(telegram));
    }

    private sealed record Far(FakeTelegram Telegram, InMemoryGateway Gateway, TestAccount Account) : IAsyncDisposable
    {
        public Task<SendOutcome> SendAsync(OutboundMessage message) => Account.Channel.SendAsync(message, CancellationToken.None);

        public async ValueTask DisposeAsync()
        {
            await Gateway.DisposeAsync();
            await Telegram.DisposeAsync();
        }
    }
}
