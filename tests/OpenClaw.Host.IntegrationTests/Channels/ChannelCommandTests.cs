using System.Diagnostics;
using OpenClaw.Host.IntegrationTests.Hosting;
using OpenClaw.TestKit.Chat;

namespace OpenClaw.Host.IntegrationTests.Channels;

/// <summary>Commands that people write into a chat, before a real gateway with the sample channel.</summary>
public sealed class ChannelCommandTests
{
    [Fact]
    public async Task Answers_that_are_held_back_are_not_shown_and_others_come_with_what_was_chosen()
    {
        await using var chat = await FakeChatServer.StartAsync();
        using var folder = FolderFor(chat);
        await using var gateway = await GatewayProcess.StartAsync(folder);

        await SayAsync(chat, 1, "/send off", "Answers go into this chat: off.");
        chat.Say("2", "unheard");
        await AnsweredAsync(gateway, "You said");
        await SayAsync(chat, 3, "/send on", "Answers go into this chat: on.");
        await SayAsync(chat, 4, "/usage tokens", "Usage below answers: tokens.");
        await SayAsync(chat, 5, "heard", "Usage: ");
        await SayAsync(chat, 6, "/whoami", "http-chat:alice");

        Assert.DoesNotContain(chat.Shown, static text => text.Text.StartsWith("You said: \"unheard", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_group_is_answered_as_its_owner_says()
    {
        await using var chat = await FakeChatServer.StartAsync();
        using var folder = FolderFor(chat);
        await using var gateway = await GatewayProcess.StartAsync(folder);

        chat.Say("1", "not for you", chat: "team", isGroup: true);
        chat.Say("2", "stop", chat: "team", isGroup: true);
        chat.Say("3", "/activation always", chat: "team", isGroup: true);
        Assert.Equal("This group is answered on: always.", (await chat.ShownAsync(1))[0].Text);
        chat.Say("4", "now it is", chat: "team", isGroup: true);

        Assert.Contains("now it is", (await chat.ShownAsync(2))[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Others_than_owners_begin_conversations_and_nothing_else()
    {
        await using var chat = await FakeChatServer.StartAsync();
        using var folder = FolderFor(chat);
        await using var gateway = await GatewayProcess.StartAsync(folder);

        await SayAsync(chat, 1, "/think:high /whoami", "/think:high /whoami", "bob");
        await SayAsync(chat, 2, "/new", "A new conversation begins.", "bob");
        chat.Say("3", "/send off", sender: "mallory");
        await SayAsync(chat, 4, "/think high", "Thinking: high.");

        Assert.DoesNotContain(chat.Shown, static text => text.Chat == "mallory");
    }

    [Fact]
    public async Task A_restart_by_command_answers_and_comes_back()
    {
        await using var chat = await FakeChatServer.StartAsync();
        using var folder = FolderFor(chat);
        await using var gateway = await GatewayProcess.StartAsync(folder);
        await SayAsync(chat, 1, "/restart", "The gateway restarts now.");
        await SayAsync(chat, 2, "still there?", "still there?");

        Assert.Equal(2, chat.Shown.Count);
    }

    private static async Task AnsweredAsync(GatewayProcess gateway, string answer)
    {
        await using var talk = await gateway.ConnectAsync();
        var patience = Stopwatch.StartNew();
        while (!(await talk.AskAsync("chat.history", new() { ["sessionKey"] = "agent:main:direct:alice" })).GetProperty("messages").GetRawText().Contains(answer, StringComparison.Ordinal))
        {
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(30), "no answer in the history");
            await Task.Delay(50);
        }
    }

    private static async Task SayAsync(FakeChatServer chat, int number, string text, string expected, string sender = "alice")
    {
        var shown = chat.Shown.Count;
        chat.Say($"{number}", text, sender);
        Assert.Contains(expected, (await chat.ShownAsync(shown + 1))[shown].Text, StringComparison.Ordinal);
    }

    private static GatewayFolder FolderFor(FakeChatServer chat)
    {
        var folder = new GatewayFolder();
        folder.WriteConfig(
            $$$"""
            {
              "gateway": { "mode": "local", "auth": { "mode": "token", "token": "{{{GatewayFolder.Token}}}" } },
              "session": { "dmScope": "per-peer" },
              "commands": { "ownerAllowFrom": ["http-chat:alice"] },
              "channels": { "http-chat": { "url": "{{{chat.Url}}}", "dmPolicy": "allowlist", "allowFrom": ["alice", "bob"], "groups": { "team": {} } } }
            }
            """);
        folder.AddSample("http-chat");
        return folder;
    }
}
