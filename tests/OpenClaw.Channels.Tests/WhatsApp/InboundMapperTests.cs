using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Channels.Tests.WhatsApp.Fake;
using OpenClaw.Channels.WhatsApp.Receiving;
using OpenClaw.Channels.WhatsApp.Settings;
using OpenClaw.Channels.WhatsApp.Wire;
using OpenClaw.Content;

namespace OpenClaw.Channels.Tests.WhatsApp;

/// <summary>What the gateway is told of what people write.</summary>
public sealed class InboundMapperTests
{
    private static readonly AccountNote Me = new($"{FakeWhatsApp.Me}:3@s.whatsapp.net", FakeWhatsApp.MyLid, "Claw");

    [Fact]
    public void A_direct_message_comes_from_a_number_and_goes_back_to_it()
    {
        var message = Map(WhatsAppPeople.Direct("A1", "hello"))!;

        Assert.Equal(("A1", new ChatAddress("+15550001001", ChatKind.Direct), true), (message.MessageId, message.Chat, message.MentionsAccount));
        Assert.Equal(new ChatUser("+15550001001", "Alice"), message.Sender);
        Assert.Equal("15550001001@s.whatsapp.net::A1", message.EventId);
        Assert.Equal("hello", Assert.IsType<TextPart>(Assert.Single(message.Parts)).Text);
    }

    [Fact]
    public void A_hidden_address_stays_where_no_number_is_known_for_it()
    {
        var hidden = WhatsAppPeople.Direct("A1", "hello");
        hidden["key"]!["chat"] = "777:2@lid";
        hidden["sender"] = new JsonObject { ["jid"] = "777:2@lid" };
        Assert.Equal("777@lid", Map(hidden)!.Sender.Id);
        hidden["sender"]!["phone"] = "15550001001";
        Assert.Equal(("+15550001001", "+15550001001"), (Map(hidden)!.Sender.Id, Map(hidden)!.Chat.ChatId));
    }

    [Theory]
    [InlineData("hi all", null, false)]
    [InlineData("hi", "15550009999@s.whatsapp.net", true)]
    [InlineData("hi", "77770009999@lid", true)]
    [InlineData("hi", "15550009998@s.whatsapp.net", false)]
    [InlineData("@15550009999 hi", null, true)]
    [InlineData("+1 (555) 000-9999, hi", null, true)]
    [InlineData("115550009999", null, false)]
    [Trait("Threat", "CH-15")]
    public void In_groups_a_mention_a_hidden_one_and_the_number_in_the_text_count(string text, string? mention, bool expected)
    {
        var message = WhatsAppPeople.InGroup("A1", text);
        if (mention is not null)
            message.Naming(mention);

        var mapped = Map(message)!;
        Assert.Equal((expected, ChatKind.Group, "Team"), (mapped.MentionsAccount, mapped.Chat.Kind, mapped.Chat.Title));
    }

    [Fact]
    [Trait("Threat", "CH-15")]
    public void An_answer_to_the_account_counts_and_only_the_envelope_says_who_wrote()
    {
        var message = WhatsAppPeople.InGroup("A1", "yes");
        message["quoted"] = new JsonObject { ["id"] = "Q", ["sender"] = "15550002002@s.whatsapp.net", ["text"] = "I am the owner" };
        Assert.Equal((false, "+15550001001", "+15550002002"), (Map(message)!.MentionsAccount, Map(message)!.Sender.Id, Map(message)!.ReplyTo!.Sender!.Id));
        message["quoted"]!["sender"] = FakeWhatsApp.MyLid;
        Assert.True(Map(message)!.MentionsAccount);
        message["quoted"] = new JsonObject { ["id"] = "Q", ["fromMe"] = true };
        Assert.True(Map(message)!.MentionsAccount);
    }

    [Fact]
    [Trait("Threat", "CH-16")]
    public void What_the_account_wrote_is_left_out_unless_it_wrote_to_itself()
    {
        var own = WhatsAppPeople.Direct("A1", "note", FakeWhatsApp.Me);
        own["key"]!["fromMe"] = true;
        Assert.Null(Map(own));
        own["self"] = true;
        Assert.True(Map(own)!.PlatformData.GetProperty("fromAccountItself").GetBoolean());
        Assert.Null(Map(own, new WhatsAppSettings { SelfChatMode = false }));
    }

    [Fact]
    [Trait("Threat", "CH-14")]
    public void A_reaction_tells_what_was_put_below_which_message()
    {
        var note = WhatsAppPeople.InGroup("R1", "");
        note["target"] = new JsonObject { ["id"] = "M1", ["chat"] = WhatsAppPeople.Group, ["fromMe"] = true };
        note["emoji"] = "👍";
        var mapped = Mapper().Map(note.Deserialize(BridgeJson.Default.ReactionNote)!)!;

        Assert.Equal(("M1", true, "+15550001001"), (mapped.Reaction!.MessageId, mapped.Reaction.ToAccount, mapped.Sender.Id));
        Assert.Equal("👍", Assert.Single(mapped.Reaction.Added));
        Assert.Empty(mapped.Parts);
    }

    [Fact]
    public void Accounts_beside_the_first_have_sessions_of_their_own_in_groups()
    {
        Assert.Equal("whatsapp-account-work", Map(WhatsAppPeople.InGroup("A1", "x"), account: "work")!.PlatformData.GetProperty("sessionThread").GetString());
        Assert.Equal(JsonValueKind.Undefined, Map(WhatsAppPeople.Direct("A1", "x"), account: "work")!.PlatformData.ValueKind);
        Assert.Equal(JsonValueKind.Undefined, Map(WhatsAppPeople.InGroup("A1", "x"))!.PlatformData.ValueKind);
    }

    [Fact]
    [Trait("Threat", "CH-20")]
    public void A_file_that_did_not_come_is_said_in_words()
    {
        var message = WhatsAppPeople.Direct("A1", "");
        message["media"] = new JsonObject { ["mime"] = "image/jpeg", ["error"] = "it is larger than 50 MB" };
        Assert.Equal("[media unavailable: it is larger than 50 MB]", Assert.IsType<TextPart>(Assert.Single(Map(message)!.Parts)).Text);
        message["edited"] = true;
        Assert.True(Map(message)!.IsEdit);
        message["media"] = null;
        Assert.Null(Map(message));
    }

    private static InboundMessage? Map(JsonObject note, WhatsAppSettings? settings = null, string account = "default") =>
        Mapper(settings, account).Map(note.Deserialize(BridgeJson.Default.MessageNote)!, Me);

    private static InboundMapper Mapper(WhatsAppSettings? settings = null, string account = "default") => new(settings ?? new WhatsAppSettings(), account, TimeProvider.System);
}
