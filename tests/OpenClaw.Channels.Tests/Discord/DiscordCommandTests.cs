using OpenClaw.Channels.Tests.Discord.Fake;
using OpenClaw.Content;
using OpenClaw.Testing;

namespace OpenClaw.Channels.Tests.Discord;

/// <summary>Commands behind the slash, and buttons.</summary>
public sealed class DiscordCommandTests
{
    private static readonly ChatAddress ToAlice = new(Chats.Alice, ChatKind.Direct);

    [Fact]
    public async Task Commands_are_listed_once()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var gateway = await DiscordAccounts.GatewayAsync();
        var account = await gateway.StartDiscordAsync(discord);
        var menu = (IChannelCommands)account.Channel;
        const string list = $"applications/{FakeDiscord.ApplicationId}/commands";

        await menu.OfferAsync([new ChannelCommand("status", "Shows how it is"), new ChannelCommand("New", "Begins anew"), new ChannelCommand("no name", "x")], CancellationToken.None);
        await menu.OfferAsync([new ChannelCommand("new", "Begins anew"), new ChannelCommand("status", "Shows how it is")], CancellationToken.None);
        Assert.Single(discord.Calls, static call => call.Is("PUT", list));
        await menu.OfferAsync([new ChannelCommand("status", "Shows more")], CancellationToken.None);

        Assert.Equal(2, discord.Calls.Count(static call => call.Is("PUT", list)));
        Assert.Equal(("status", 1), ((string?)Assert.Single(discord.Commands)!["name"], (int)discord.Commands[0]!["type"]!));
    }

    [Fact]
    public async Task The_list_is_left_alone_where_the_settings_say_so()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var gateway = await DiscordAccounts.GatewayAsync();
        var account = await gateway.StartDiscordAsync(discord, """ "commands": { "native": false } """);

        await ((IChannelCommands)account.Channel).OfferAsync([new ChannelCommand("status", "x")], CancellationToken.None);

        Assert.DoesNotContain(discord.Calls, static call => call.Path.StartsWith("applications", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_command_is_acknowledged_at_once_and_answered_where_it_was_given()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var gateway = await DiscordAccounts.GatewayAsync();
        var account = await gateway.StartDiscordAsync(discord);
        // The inbox takes nothing for a moment: Discord does not wait for that.
        account.Inbox.FailNext(2);
        discord.Gateway.Tell("INTERACTION_CREATE", Chats.Command("501", "model", "list all"));

        var callback = await discord.CalledAsync("POST", "interactions/501/token-of-501/callback");
        Assert.Equal("""{"type":5,"data":{"flags":64}}""", callback.Body!.ToJsonString());
        Assert.Equal("", callback.Authorization);
        var message = await account.Inbox.NextAsync();
        Assert.Equal(("501", "/model list all", Chats.Alice, true), (message.MessageId, ((TextPart)Assert.Single(message.Parts)).Text, message.Sender.Id, message.MentionsAccount));
        Assert.Equal(ToAlice, message.Chat);

        discord.Fail("PATCH", "webhooks/901/token-of-501/messages/@original", DiscordFaults.CutAfter);
        var first = await SendAsync(account, "one", "501");
        var again = await SendAsync(account, "one", "501");
        await SendAsync(account, "two", "501");

        Assert.Equal(["@original: one", "@followup: two"], discord.Messages.Shown.Select(static one => $"{one.Channel}: {one.Text}"));
        Assert.Equal(Assert.IsType<SendAccepted>(first).MessageId, Assert.IsType<SendAccepted>(again).MessageId);
    }

    [Fact]
    public async Task What_may_have_come_behind_an_answer_is_not_repeated()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var gateway = await DiscordAccounts.GatewayAsync();
        var account = await gateway.StartDiscordAsync(discord);
        discord.Gateway.Tell("INTERACTION_CREATE", Chats.Command("501", "status"));
        await account.Inbox.NextAsync();
        await SendAsync(account, "one", "501");
        discord.Fail("POST", "webhooks/901/token-of-501", DiscordFaults.CutAfter);

        Assert.IsType<SendUnknown>(await SendAsync(account, "two", "501"));
        Assert.IsType<SendUnknown>(await SendAsync(account, "two", "501"));
        Assert.Equal(2, discord.Messages.Shown.Count);
    }

    [Fact]
    public async Task Who_may_not_give_a_command_is_told_so_alone()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var gateway = await DiscordAccounts.GatewayAsync();
        var account = await gateway.StartDiscordAsync(discord);
        discord.Gateway.Tell("INTERACTION_CREATE", Chats.Command("501", "restart", channel: Chats.General, sender: Chats.Bob));
        var message = await account.Inbox.NextAsync();

        await ((IChannelVerdicts)account.Channel).DecidedAsync(new InboundVerdict(message.Chat, Chats.Bob, "501", InboundDecision.Refused), CancellationToken.None);

        Assert.Equal(("@original", "You are not authorized to use this command."), (Assert.Single(discord.Messages.Shown).Channel, discord.Messages.Shown[0].Text));
    }

    [Fact]
    public async Task An_answer_that_comes_too_late_becomes_a_message()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var gateway = await DiscordAccounts.GatewayAsync();
        var account = await gateway.StartDiscordAsync(discord);
        discord.Gateway.Tell("INTERACTION_CREATE", Chats.Command("501", "status"));
        await account.Inbox.NextAsync();
        discord.Fail("PATCH", "webhooks/901/token-of-501/messages/@original", DiscordFaults.Refuse(404, 10015, "Unknown Webhook"));

        Assert.IsType<SendAccepted>(await SendAsync(account, "late", "501"));

        Assert.Equal((Chats.AliceDirect, "late"), (Assert.Single(discord.Messages.Shown).Channel, discord.Messages.Shown[0].Text));
    }

    [Fact]
    public async Task An_answer_waits_until_Discord_was_told_that_it_comes()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var gateway = await DiscordAccounts.GatewayAsync();
        var account = await gateway.StartDiscordAsync(discord);
        var moment = new TaskCompletionSource();
        discord.Fail("POST", "interactions/501/token-of-501/callback", DiscordFaults.After(moment.Task));
        discord.Fail("POST", "interactions/502/token-of-502/callback", DiscordFaults.After(moment.Task));
        discord.Gateway.Tell("INTERACTION_CREATE", Chats.Command("501", "status", channel: Chats.General));
        discord.Gateway.Tell("INTERACTION_CREATE", Chats.Command("502", "restart", channel: Chats.General, sender: Chats.Bob));
        var first = await account.Inbox.NextAsync();
        await account.Inbox.NextAsync();

        var sending = SendAsync(account, "fast", "501");
        var refusing = ((IChannelVerdicts)account.Channel).DecidedAsync(new InboundVerdict(first.Chat, Chats.Bob, "502", InboundDecision.Refused), CancellationToken.None);
        await discord.CalledAsync("POST", "interactions/501/token-of-501/callback");
        Assert.Empty(discord.Messages.Shown);
        moment.SetResult();

        Assert.IsType<SendAccepted>(await sending);
        await refusing;
        Assert.Equal(["@original", "@original"], discord.Messages.Shown.Select(static one => one.Channel));
    }

    [Theory]
    [InlineData("", 64)]
    [InlineData(""" "slashCommand": { "ephemeral": false } """, 0)]
    public async Task Only_who_gave_a_command_sees_all_of_its_answer(string settings, int flag)
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var gateway = await DiscordAccounts.GatewayAsync();
        var account = await gateway.StartDiscordAsync(discord, settings);
        discord.Gateway.Tell("INTERACTION_CREATE", Chats.Command("501", "status", channel: Chats.General));
        await account.Inbox.NextAsync();

        var draft = new OutboundMessage
        {
            IdempotencyKey = "draft",
            Chat = new ChatAddress(Chats.General, ChatKind.Broadcast),
            Parts = [new TextPart("half of it")],
            AnswersMessageId = "501",
            IsDraft = true,
        };
        Assert.IsType<SendRefused>(await account.Channel.SendAsync(draft, CancellationToken.None));
        await SendAsync(account, "one", "501", Chats.General);
        await SendAsync(account, "two", "501", Chats.General);
        discord.Fail("POST", "webhooks/901/token-of-501", DiscordFaults.Refuse(401, 50027, "Invalid Webhook Token"));
        await SendAsync(account, "three", "501", Chats.General);
        await SendAsync(account, "four", "501", Chats.General);

        var late = flag == 0 ? Chats.General : Chats.AliceDirect;
        Assert.Equal(["@original: one", "@followup: two", $"{late}: three", $"{late}: four"], discord.Messages.Shown.Select(static one => $"{one.Channel}: {one.Text}"));
        Assert.Equal(flag, ((int?)discord.Messages.Shown[1].Source["flags"] ?? 0) & 64);
    }

    [Fact]
    [Trait("Threat", "CH-14")]
    public async Task A_button_that_is_pressed_is_a_message_of_who_pressed_it()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var gateway = await DiscordAccounts.GatewayAsync();
        var account = await gateway.StartDiscordAsync(discord);
        discord.Gateway.Tell("INTERACTION_CREATE", Chats.Press("500", "of another program", Chats.General));
        discord.Gateway.Tell("INTERACTION_CREATE", Chats.Press("501", "oc0:allow-once 7", Chats.General, Chats.Bob));

        var message = await account.Inbox.NextAsync();

        Assert.Equal(("501", "callback_data: allow-once 7", Chats.Bob, Chats.General), (message.MessageId, ((TextPart)message.Parts[0]).Text, message.Sender.Id, message.Chat.ChatId));
        Assert.Equal("""{"type":6}""", (await discord.CalledAsync("POST", "interactions/501/token-of-501/callback")).Body!.ToJsonString());
    }

    private static Task<SendOutcome> SendAsync(TestAccount account, string text, string answers, string? channel = null) => account.Channel.SendAsync(
        new OutboundMessage { IdempotencyKey = $"key {text}", Chat = channel is null ? ToAlice : new ChatAddress(channel, ChatKind.Broadcast), Parts = [new TextPart(text)], AnswersMessageId = answers }, CancellationToken.None);
}
