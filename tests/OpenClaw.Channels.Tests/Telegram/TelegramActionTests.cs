using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Channels.Tests.Gateway;
using OpenClaw.Channels.Tests.Telegram.Fake;

namespace OpenClaw.Channels.Tests.Telegram;

/// <summary>What operators do with messages and channels, by the command line and by the gateway protocol.</summary>
public sealed class TelegramActionTests
{
    private const string Listed = """, "dmPolicy": "allowlist", "allowFrom": [1001], "streaming": { "mode": "off" } """;

    [Fact]
    public async Task A_message_is_sent_changed_reacted_to_and_removed_by_the_command_line()
    {
        await using var telegram = await FakeTelegram.StartAsync();
        using var folder = TelegramGatewayTests.FolderFor(telegram, Listed);
        await using var gateway = await RunningGateway.StartAsync(folder);
        var picture = Path.Combine(folder.StateDirectory, "picture.png");
        await File.WriteAllBytesAsync(picture, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);

        var sent = await JsonAsync(gateway, "message", "send", "--target", "1001", "--message", "hello **there**");
        var id = sent.GetProperty("payload").GetProperty("messageId").GetString()!;
        var withFile = await gateway.CliAsync("message", "send", "--to", "telegram:1001", "--text", "look", "--media", picture);
        await JsonAsync(gateway, "message", "edit", "--target", "1001", "--message-id", id, "--message", "goodbye");
        await JsonAsync(gateway, "message", "react", "--target", "1001", "--message-id", id, "--emoji", "👍");
        var removed = await gateway.CliAsync("message", "delete", "--target", "1001", "--message-id", id);

        Assert.Equal(("send", "telegram", "core"), (sent.GetProperty("action").GetString(), sent.GetProperty("channel").GetString(), sent.GetProperty("handledBy").GetString()));
        Assert.True(withFile.Code == 0, withFile.Output);
        Assert.Contains("Sent to 1001 (telegram). Message ID: ", withFile.Output, StringComparison.Ordinal);
        Assert.True(removed.Code == 0, removed.Output);
        Assert.Contains("look", (await telegram.CalledAsync("sendPhoto")).Text("caption"), StringComparison.Ordinal);
        Assert.Equal("goodbye", (await telegram.CalledAsync("editMessageText")).Text("text"));
        Assert.Contains("👍", (await telegram.CalledAsync("setMessageReaction")).Node("reaction")![0]!["emoji"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(id, (await telegram.CalledAsync("deleteMessage")).Node("message_id")!.ToJsonString());
    }

    [Fact]
    public async Task What_cannot_be_done_is_said_in_words_and_changes_nothing()
    {
        await using var telegram = await FakeTelegram.StartAsync();
        using var folder = TelegramGatewayTests.FolderFor(telegram, Listed);
        await using var gateway = await RunningGateway.StartAsync(folder);

        var read = await gateway.CliAsync("message", "read", "--target", "1001");
        var nothing = await gateway.CliAsync("message", "send", "--target", "1001");
        var missing = await gateway.CliAsync("message", "send", "--target", "1001", "--media", "/no/such/file");
        var elsewhere = await gateway.CliAsync("message", "send", "--target", "1001", "--channel", "carrier-pigeon", "--message", "hi");
        var planned = await gateway.CliAsync("message", "send", "--target", "1001", "--message", "hi", "--dry-run");
        var reaction = await gateway.CliAsync("message", "react", "--target", "1001", "--message-id", "5");

        Assert.Equal(1, read.Code);
        Assert.Contains("Channel telegram does not support action read.", read.Output, StringComparison.Ordinal);
        Assert.Contains("Nothing to send.", nothing.Output, StringComparison.Ordinal);
        Assert.Contains("Cannot read /no/such/file", missing.Output, StringComparison.Ordinal);
        Assert.Contains("Channel carrier-pigeon does not support action send.", elsewhere.Output, StringComparison.Ordinal);
        Assert.Contains("Nothing was done.", planned.Output, StringComparison.Ordinal);
        Assert.Contains("--emoji", reaction.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(telegram.Calls, static call => call.Method is "sendMessage" or "sendPhoto" or "setMessageReaction");
    }

    [Fact]
    public async Task An_action_that_a_client_repeats_with_its_key_is_done_once()
    {
        await using var telegram = await FakeTelegram.StartAsync();
        using var folder = TelegramGatewayTests.FolderFor(telegram, Listed);
        await using var gateway = await RunningGateway.StartAsync(folder);
        await using var talk = await gateway.ConnectAsync();
        JsonObject Request() => new()
        {
            ["channel"] = "telegram",
            ["action"] = "send",
            ["params"] = new JsonObject { ["to"] = 1001, ["text"] = "once" },
            ["idempotencyKey"] = "the same",
        };

        var first = await talk.AskAsync("message.action", Request());
        var second = await talk.AskAsync("message.action", Request());

        Assert.Equal(first.GetProperty("messageId").GetString(), second.GetProperty("messageId").GetString());
        Assert.Single(telegram.Chats.Shown);
    }

    [Fact]
    public async Task Channels_are_listed_with_what_they_can_do_and_what_the_log_says_of_them()
    {
        await using var telegram = await FakeTelegram.StartAsync();
        using var folder = TelegramGatewayTests.FolderFor(telegram, Listed);
        await using var gateway = await RunningGateway.StartAsync(folder);
        await telegram.CalledAsync("getUpdates");

        var list = await JsonAsync(gateway, "channels", "list");
        var capabilities = await gateway.CliAsync("channels", "capabilities", "--channel", "telegram");
        var logs = await gateway.CliAsync("channels", "logs", "--channel", "telegram");
        var self = await gateway.CliAsync("directory", "self");

        Assert.Equal("default", list.GetProperty("chat").GetProperty("telegram").GetProperty("accounts")[0].GetString());
        Assert.Contains("reactions", capabilities.Output, StringComparison.Ordinal);
        Assert.True(logs.Code == 0, logs.Output);
        Assert.Contains(FakeTelegram.BotId.ToString(CultureInfo.InvariantCulture), self.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(FakeTelegram.Token, logs.Output + self.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("all", "", "👀")]
    [InlineData("all", """, "ackReaction": "🔥" """, "🔥")]
    [InlineData("direct", """, "ackReaction": "" """, null)]
    [InlineData("group-all", "", null)]
    public async Task A_message_that_was_taken_gets_the_reaction_that_is_configured(string scope, string account, string? expected)
    {
        await using var telegram = await FakeTelegram.StartAsync();
        using var folder = TelegramGatewayTests.FolderFor(telegram, Listed + account, $$""" "messages": { "ackReactionScope": "{{scope}}" },""");
        await using var gateway = await RunningGateway.StartAsync(folder);

        telegram.Say(People.Direct(11, "from a stranger", sender: 1002));
        telegram.Say(People.Direct(12, "hello"));
        await telegram.Chats.UntilAsync(static shown => shown.Count == 1);

        if (expected is null)
        {
            Assert.DoesNotContain(telegram.Calls, static call => call.Method == "setMessageReaction");
            return;
        }

        var reaction = await telegram.CalledAsync("setMessageReaction");
        Assert.Equal((expected, "12"), (reaction.Node("reaction")![0]!["emoji"]!.GetValue<string>(), reaction.Node("message_id")!.ToJsonString()));
        Assert.Single(telegram.Calls, static call => call.Method == "setMessageReaction");
    }

    private static async Task<JsonElement> JsonAsync(RunningGateway gateway, params string[] arguments)
    {
        var (code, output) = await gateway.CliAsync([.. arguments, "--json"]);
        Assert.True(code == 0, output);
        return JsonElement.Parse(output);
    }
}
