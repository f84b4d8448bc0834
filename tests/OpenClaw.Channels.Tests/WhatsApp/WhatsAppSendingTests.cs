using OpenClaw.Channels.Tests.WhatsApp.Fake;
using OpenClaw.Content;
using OpenClaw.Testing;

namespace OpenClaw.Channels.Tests.WhatsApp;

/// <summary>What is sent, how it looks, and what is known of it afterwards.</summary>
public sealed class WhatsAppSendingTests
{
    private static readonly ChatAddress Alice = new("+15550001001", ChatKind.Direct);

    [Fact]
    public async Task A_text_goes_formatted_as_an_answer_and_names_people()
    {
        await using var far = await FarAsync();
        var outcome = await far.Account.Channel.SendAsync(
            new OutboundMessage
            {
                IdempotencyKey = "1",
                Chat = new ChatAddress(WhatsAppPeople.Group, ChatKind.Group),
                Parts = [new TextPart("**now** @15550001001 or never")],
                ReplyToMessageId = WhatsAppPeople.Id(41),
                Buttons = [[new MessageButton("Yes", "yes"), new MessageButton("No", "no")]],
            },
            CancellationToken.None);

        var sent = Assert.Single(far.WhatsApp.Sent);
        Assert.Equal(new SendAccepted(sent.Id), outcome);
        Assert.Equal((WhatsAppPeople.Group, "*now* @15550001001 or never\n\n- Yes\n- No"), (sent.To, sent.Text));
        Assert.Equal(WhatsAppPeople.Id(41), (string?)sent.Params["quoted"]!["key"]!["id"]);
        Assert.Equal("15550001001@s.whatsapp.net", (string?)sent.Params["mentions"]![0]);
    }

    [Fact]
    [Trait("Threat", "CH-29")]
    public async Task What_may_have_been_sent_is_unknown_and_what_was_not_may_be_tried_again()
    {
        await using var far = await FarAsync();
        far.WhatsApp.Fail(
            "sendText", BridgeFault.Error("UNAVAILABLE", "no connection"), BridgeFault.Error("NOT_LINKED", "not linked"), BridgeFault.Error("INVALID_REQUEST", "no such chat"),
            BridgeFault.Error("UNKNOWN", "timed out"), BridgeFault.Error("SOMETHING_NEW", "?"), BridgeFault.Answer([]), BridgeFault.ExitAfter);

        Assert.IsType<SendRetryable>(await far.Account.SendAsync(Alice, "one"));
        Assert.IsType<SendNotLinked>(await far.Account.SendAsync(Alice, "two"));
        Assert.IsType<SendRefused>(await far.Account.SendAsync(Alice, "three"));
        for (var i = 0; i < 4; i++)
            Assert.IsType<SendUnknown>(await far.Account.SendAsync(Alice, "four"));
        // The process is gone now; what is asked of it meanwhile certainly went nowhere.
        Assert.IsType<SendRetryable>(await far.Account.SendAsync(Alice, "five"));
        Assert.Equal("four", Assert.Single(far.WhatsApp.Sent).Text);
    }

    [Fact]
    public async Task A_bridge_that_takes_too_long_leaves_it_open_what_became_of_the_message()
    {
        var clock = new ManualClock();
        await using var far = await FarAsync(clock);
        far.WhatsApp.Fail("sendText", BridgeFault.Silence);

        var sending = far.Account.SendAsync(Alice, "one");
        await far.WhatsApp.AskedAsync("sendText");
        clock.Advance(TimeSpan.FromSeconds(56));

        Assert.Equal("the bridge did not answer sendText within 55 seconds", Assert.IsType<SendUnknown>(await sending).Reason);
    }

    [Fact]
    public async Task Files_are_messages_of_their_own_and_the_first_has_the_text()
    {
        await using var far = await FarAsync();
        var outcome = await far.SendAsync(
            new TextPart("*see*"),
            new MediaPart(Media.FromBytes("image/png", new byte[] { 1, 2, 3 }, "a.png")),
            new MediaPart(Media.FromBytes("application/pdf", new byte[] { 4 }, "b.pdf")),
            new MediaPart(Media.FromBytes("audio/ogg", new byte[] { 5 }, "c.ogg")));

        var sent = far.WhatsApp.Sent;
        Assert.Equal(["image", "document", "audio"], sent.Select(static one => (string?)one.Params["kind"]));
        Assert.Equal(["_see_", "", ""], sent.Select(static one => one.Text));
        Assert.Equal(("b.pdf", true), ((string?)sent[1].Params["fileName"], (bool?)sent[2].Params["ptt"] == true));
        Assert.Equal(new byte[] { 1, 2, 3 }, sent[0].File);
        var accepted = Assert.IsType<SendAccepted>(outcome);
        Assert.Equal((sent[0].Id, 2), (accepted.MessageId, accepted.MoreMessageIds!.Count));
    }

    [Theory]
    [InlineData("audio/mpeg")]
    [InlineData("image/webp")]
    public async Task Text_that_WhatsApp_does_not_show_below_a_file_goes_before_it(string mime)
    {
        await using var far = await FarAsync();
        var file = new MediaPart(Media.FromBytes(mime, new byte[] { 5 }));

        var accepted = Assert.IsType<SendAccepted>(await far.SendAsync(new TextPart("listen"), file));

        Assert.Equal([("sendText", "listen"), ("sendMedia", "")], far.WhatsApp.Requests.Where(static one => one.Op.StartsWith("send", StringComparison.Ordinal)).Select(static one => (one.Op, one.Text("text") ?? one.Text("caption") ?? "")));
        Assert.Equal((far.WhatsApp.Sent[0].Id, far.WhatsApp.Sent[1].Id), (accepted.MessageId, accepted.MoreMessageIds!.Single()));
        far.WhatsApp.Fail("sendText", BridgeFault.Error("UNAVAILABLE", "gone"));
        Assert.IsType<SendRetryable>(await far.SendAsync(new TextPart("listen"), file));
        far.WhatsApp.Fail("sendMedia", BridgeFault.Error("UNAVAILABLE", "gone"));
        Assert.Equal("0 of 1 files were sent, and text before a file; then: gone", Assert.IsType<SendUnknown>(await far.SendAsync(new TextPart("listen"), file)).Reason);
    }

    [Fact]
    public async Task Of_several_files_none_is_sent_twice_for_the_sake_of_another()
    {
        await using var far = await FarAsync();
        far.WhatsApp.Fail("sendMedia", new BridgeFault(static (bridge, request) => bridge.AnswerAsync(request, new System.Text.Json.Nodes.JsonObject { ["id"] = "A" }), IsApplied: true), BridgeFault.Error("UNAVAILABLE", "gone"));
        var picture = new MediaPart(Media.FromBytes("image/png", new byte[] { 1 }));

        Assert.IsType<SendUnknown>(await far.SendAsync(picture, picture));
        far.WhatsApp.Fail("sendMedia", BridgeFault.Error("UNAVAILABLE", "gone"));
        Assert.IsType<SendRetryable>(await far.SendAsync(picture, picture));
        Assert.Single(far.WhatsApp.Sent);
    }

    [Fact]
    public async Task Messages_are_changed_removed_and_reacted_to_and_polls_are_asked()
    {
        await using var far = await FarAsync();
        var id = Assert.IsType<SendAccepted>(await far.Account.SendAsync(Alice, "first")).MessageId;

        Assert.IsType<SendAccepted>(await ((IChannelEdits)far.Account.Channel).EditAsync(Alice, id, [new TextPart("**second**")], CancellationToken.None));
        Assert.Equal("*second*", far.WhatsApp.Sent[0].Shown);
        far.WhatsApp.Fail("delete", BridgeFault.Error("UNKNOWN", "cut"));
        Assert.IsType<SendRetryable>(await ((IChannelEdits)far.Account.Channel).DeleteAsync(Alice, id, CancellationToken.None));
        Assert.IsType<SendAccepted>(await ((IChannelEdits)far.Account.Channel).DeleteAsync(Alice, id, CancellationToken.None));
        Assert.Equal("(deleted)", far.WhatsApp.Sent[0].Shown);
        Assert.IsType<SendAccepted>(await ((IChannelReactions)far.Account.Channel).ReactAsync(Alice, WhatsAppPeople.Id(41), "👀", CancellationToken.None));
        Assert.IsType<SendAccepted>(await ((IChannelReactions)far.Account.Channel).ReactAsync(Alice, WhatsAppPeople.Id(41), null, CancellationToken.None));
        Assert.Equal(["👀", ""], far.WhatsApp.Requests.Where(static one => one.Op == "react").Select(static one => one.Text("emoji")));
        var poll = new ChannelPoll { IdempotencyKey = "p", Question = "When?", Options = ["now", "later"], MaxSelections = 2 };
        Assert.IsType<SendAccepted>(await ((IChannelPolls)far.Account.Channel).PollAsync(Alice, poll, CancellationToken.None));
        Assert.Equal(("When?", 2), (far.WhatsApp.Sent[^1].Text, (int?)far.WhatsApp.Sent[^1].Params["selectable"] ?? 0));
    }

    [Fact]
    public async Task Read_receipts_can_be_left_out()
    {
        await using var whatsapp = new FakeWhatsApp();
        await using var gateway = await WhatsAppAccounts.GatewayAsync();
        var account = await gateway.StartWhatsAppAsync(whatsapp, "\"sendReadReceipts\": false");
        var other = await FarAsync();
        var verdict = new InboundVerdict(new ChatAddress(WhatsAppPeople.Group, ChatKind.Group), "+15550001001", WhatsAppPeople.Id(41), InboundDecision.Taken);

        await ((IChannelVerdicts)account.Channel).DecidedAsync(verdict, CancellationToken.None);
        await ((IChannelVerdicts)other.Account.Channel).DecidedAsync(verdict with { Decision = InboundDecision.Kept }, CancellationToken.None);
        await ((IChannelVerdicts)other.Account.Channel).DecidedAsync(verdict, CancellationToken.None);

        Assert.DoesNotContain(whatsapp.Requests, static one => one.Op == "read");
        var key = Assert.Single(other.WhatsApp.Requests, static one => one.Op == "read").Params["keys"]![0]!;
        Assert.Equal(("15550001001@s.whatsapp.net", WhatsAppPeople.Group), ((string?)key["participant"], (string?)key["chat"]));
        await other.DisposeAsync();
    }

    [Fact]
    public async Task Groups_and_who_is_in_them_are_found()
    {
        await using var far = await FarAsync();
        var directory = (IChannelDirectory)far.Account.Channel;

        Assert.Equal(new ChatAddress(WhatsAppPeople.Group, ChatKind.Group, Title: "Team"), Assert.Single(await directory.FindChatsAsync("tea", 10, CancellationToken.None)));
        Assert.Empty(await directory.FindChatsAsync("nothing", 10, CancellationToken.None));
        Assert.Equal(["+15550001001", "88880001002@lid"], (await directory.FindUsersAsync("", 10, CancellationToken.None)).Select(static one => one.Id));
        Assert.Equal("+15550001001", Assert.Single(await ((IChannelMembers)far.Account.Channel).ListMembersAsync(new ChatAddress(WhatsAppPeople.Group, ChatKind.Group), 1, CancellationToken.None)).Id);
        await Assert.ThrowsAsync<ChannelException>(() => ((IChannelMembers)far.Account.Channel).ListMembersAsync(Alice, 1, CancellationToken.None));
    }

    [Theory]
    [InlineData("alice")]
    [InlineData("+1")]
    [InlineData("15550001001@example.org")]
    [InlineData("status@broadcast")]
    [InlineData("../x@g.us")]
    public async Task What_is_no_chat_of_WhatsApp_is_refused(string chat)
    {
        await using var far = await FarAsync();

        Assert.Equal("chat_not_found", Assert.IsType<SendRefused>(await far.Account.SendAsync(new ChatAddress(chat, ChatKind.Direct), "x")).Code);
    }

    private static async Task<Far> FarAsync(TimeProvider? clock = null)
    {
        var whatsapp = new FakeWhatsApp();
        var gateway = await WhatsAppAccounts.GatewayAsync(clock);
        return new Far(whatsapp, gateway, await gateway.StartWhatsAppAsync(whatsapp));
    }

    private sealed record Far(FakeWhatsApp WhatsApp, InMemoryGateway Gateway, TestAccount Account) : IAsyncDisposable
    {
        public Task<SendOutcome> SendAsync(params MessagePart[] parts) => Account.Channel.SendAsync(
            new OutboundMessage { IdempotencyKey = Guid.NewGuid().ToString("N"), Chat = Alice, Parts = parts }, CancellationToken.None);

        public async ValueTask DisposeAsync()
        {
            await Gateway.DisposeAsync();
            await WhatsApp.DisposeAsync();
        }
    }
}
