using OpenClaw.Host.IntegrationTests.Hosting;
using OpenClaw.TestKit.Chat;

namespace OpenClaw.Host.IntegrationTests.Channels;

/// <summary>A real gateway with the sample channel, before a chat program that behaves and one that does not.</summary>
public sealed class ChannelConversationTests
{
    [Fact]
    public async Task A_message_is_answered_where_it_came_from()
    {
        await using var chat = await FakeChatServer.StartAsync();
        using var folder = FolderFor(chat);
        await using var gateway = await GatewayProcess.StartAsync(folder);

        chat.Say("1", "hello there");

        var shown = Assert.Single(await chat.ShownAsync(1));
        Assert.Equal("alice", shown.Chat);
        Assert.Contains("hello there", shown.Text, StringComparison.Ordinal);
        Assert.Equal(0, chat.Unacknowledged);
    }

    [Fact]
    public async Task The_status_of_an_account_is_what_was_seen_of_it()
    {
        await using var chat = await FakeChatServer.StartAsync();
        using var folder = FolderFor(chat);
        await using var gateway = await GatewayProcess.StartAsync(folder);
        await using var talk = await gateway.ConnectAsync();
        chat.Say("1", "hello there");
        await chat.ShownAsync(1);

        var status = await talk.AskAsync("channels.status");
        await talk.AskAsync("channels.stop", new() { ["channel"] = "http-chat" });
        var stopped = await talk.AskAsync("channels.status");

        var account = status.GetProperty("channelAccounts").GetProperty("http-chat")[0];
        Assert.Equal("ready", account.GetProperty("lifecycle").GetString());
        Assert.Equal("fake", account.GetProperty("name").GetString());
        Assert.True(account.GetProperty("lastInboundAt").GetInt64() > 0);
        Assert.Equal("stopped", stopped.GetProperty("channelAccounts").GetProperty("http-chat")[0].GetProperty("lifecycle").GetString());
    }

    [Fact]
    public async Task A_stranger_gets_no_answer_of_the_agent()
    {
        await using var chat = await FakeChatServer.StartAsync();
        using var folder = FolderFor(chat);
        await using var gateway = await GatewayProcess.StartAsync(folder);

        chat.Say("1", "let me in", sender: "mallory");
        chat.Say("2", "hello");

        Assert.DoesNotContain(await chat.ShownAsync(1), static text => text.Text.Contains("let me in", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stranger_asks_is_let_in_told_so_and_owns_the_commands_when_nobody_did()
    {
        await using var chat = await FakeChatServer.StartAsync();
        using var folder = FolderFor(chat, policy: "pairing");
        await using var gateway = await GatewayProcess.StartAsync(folder);
        await using var talk = await gateway.ConnectAsync();

        chat.Say("1", "let me in", sender: "mallory");
        Assert.Contains("openclaw pairing approve http-chat", Assert.Single(await chat.ShownAsync(1)).Text, StringComparison.Ordinal);
        var request = (await talk.AskAsync("channels.pairing.list")).GetProperty("requests")[0];
        var approved = await talk.AskAsync("channels.pairing.approve", new()
        {
            ["channel"] = "http-chat",
            ["accountId"] = "default",
            ["requestId"] = request.GetProperty("requestId").GetString(),
            ["notify"] = true,
            ["bootstrapCommandOwner"] = true,
        });

        Assert.Equal(("sent", "configured"), (approved.GetProperty("notification").GetString(), approved.GetProperty("commandOwnerBootstrap").GetString()));
        var told = (await chat.ShownAsync(2))[1];
        Assert.Equal("mallory", told.Chat);
        Assert.StartsWith("You have been let in.", told.Text, StringComparison.Ordinal);
        Assert.Contains("http-chat:mallory", await File.ReadAllTextAsync(folder.ConfigFile), StringComparison.Ordinal);
        Assert.True((await talk.AskAsync("channels.pairing.list")).GetProperty("commandOwnerConfigured").GetBoolean());

        chat.Say("2", "and now");
        chat.Say("3", "and now", sender: "mallory");
        Assert.Contains(await chat.ShownAsync(4), static text => text.Chat == "mallory" && text.Text.Contains("and now", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Messages_of_one_chat_are_answered_in_order_and_each_once()
    {
        await using var chat = await FakeChatServer.StartAsync();
        using var folder = FolderFor(chat);
        await using var gateway = await GatewayProcess.StartAsync(folder);

        for (var number = 10; number < 40; number++)
            chat.Say($"{number}", $"number {number}");

        var shown = await chat.ShownAsync(30);
        for (var number = 10; number < 40; number++)
            Assert.Contains($"number {number}", shown[number - 10].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http-chat", 0)]
    [InlineData("http-chat-plain", 1)]
    public async Task An_answer_whose_fate_is_unknown_is_repeated_only_where_that_shows_it_once(string channel, int unknown)
    {
        await using var chat = await FakeChatServer.StartAsync(knowsKeys: channel == "http-chat");
        using var folder = FolderFor(chat, channel);
        await using var gateway = await GatewayProcess.StartAsync(folder);
        await using var talk = await gateway.ConnectAsync();
        chat.Faults.Enqueue(SendFault.CutAfterShowing);

        chat.Say("1", "first");
        await chat.ShownAsync(1);
        chat.Say("2", "second");
        await chat.ShownAsync(2);

        Assert.Equal(2, chat.Shown.Count);
        var listed = await talk.AskAsync("outbox.list", new() { ["state"] = "unknown", ["limit"] = 10 });
        Assert.Equal(unknown, listed.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_kill_between_message_and_answer_loses_neither()
    {
        await using var chat = await FakeChatServer.StartAsync();
        using var folder = FolderFor(chat);
        await using (var first = await GatewayProcess.StartAsync(folder))
        {
            for (var number = 10; number < 30; number++)
                chat.Say($"{number}", $"number {number}");
            await chat.ShownAsync(3);
            await first.KillAsync();
        }

        await using var second = await GatewayProcess.StartAsync(folder);

        var shown = await chat.ShownAsync(20);
        Assert.Equal(20, shown.Select(static text => text.Key).Distinct().Count());
    }

    private static GatewayFolder FolderFor(FakeChatServer chat, string channel = "http-chat", string policy = "allowlist")
    {
        var folder = new GatewayFolder();
        folder.WriteConfig(
            $$$"""
            {
              "gateway": { "mode": "local", "auth": { "mode": "token", "token": "{{{GatewayFolder.Token}}}" } },
              "messages": { "queue": { "mode": "followup", "cap": 100 } },
              "plugins": { "entries": { "agent-offline": { "config": { "wordDelayMs": 0 } } } },
              "channels": { "{{{channel}}}": { "url": "{{{chat.Url}}}", "dmPolicy": "{{{policy}}}", "allowFrom": ["alice"] } }
            }
            """);
        folder.AddSample("http-chat");
        return folder;
    }
}
