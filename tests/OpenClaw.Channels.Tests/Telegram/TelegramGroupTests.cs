using OpenClaw.Channels.Tests.Gateway;
using OpenClaw.Channels.Tests.Telegram.Fake;
using OpenClaw.Host.IntegrationTests.Hosting;

namespace OpenClaw.Channels.Tests.Telegram;

/// <summary>Groups with settings of their own, reactions and moves, through the gateway as it ships.</summary>
public sealed class TelegramGroupTests
{
    private const long Supergroup = -1009000000009;

    [Fact]
    public async Task A_group_that_becomes_a_supergroup_keeps_its_settings()
    {
        await using var telegram = await FakeTelegram.StartAsync();
        using var folder = TelegramGatewayTests.FolderFor(
            telegram, $$""", "allowFrom": [1001], "groups": { "{{People.Group}}": { "requireMention": false, "topics": { "7": { "enabled": false } } } } """);
        await using var gateway = await RunningGateway.StartAsync(folder);
        var moved = People.InGroup(41, "");
        moved.Remove("text");
        moved["migrate_to_chat_id"] = Supergroup;
        telegram.Say(moved);
        await gateway.WaitForErrorAsync("goes on as");
        var said = People.InGroup(42, "still there?");
        said["chat"]!["id"] = Supergroup;
        telegram.Say(said);

        var answer = Assert.Single(await telegram.Chats.UntilAsync(static shown => shown.Count == 1));
        Assert.Equal(Supergroup, answer.Chat);
        var file = await File.ReadAllTextAsync(folder.ConfigFile);
        Assert.Contains($"{Supergroup}", file, StringComparison.Ordinal);
        Assert.Contains("\"7\"", file, StringComparison.Ordinal);
        Assert.DoesNotContain($"{People.Group}", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_topic_has_settings_of_its_own_and_its_group_counts_for_the_rest()
    {
        await using var telegram = await FakeTelegram.StartAsync();
        using var folder = TelegramGatewayTests.FolderFor(
            telegram,
            $$""", "allowFrom": [1001], "groups": { "{{People.Group}}": { "requireMention": true, "topics": { "7": { "requireMention": false, "agentId": "ops" }, "9": { "enabled": false } } } } """,
            """ "agents": { "entries": { "main": { "default": true }, "ops": {} } }, """);
        await using var gateway = await RunningGateway.StartAsync(folder);

        telegram.Say(People.InGroup(40, "@claw_bot shut", topic: 9).Naming("@claw_bot"));
        telegram.Say(People.InGroup(41, "nobody is named", topic: 8));
        telegram.Say(People.InGroup(42, "nor here", topic: 7));

        var answer = Assert.Single(await telegram.Chats.UntilAsync(static shown => shown.Count == 1));
        Assert.Equal(7, answer.Thread);
        await using var talk = await gateway.ConnectAsync();
        Assert.Contains($"agent:ops:telegram:group:{People.Group}:topic:7", (await talk.AskAsync("sessions.list")).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Threat", "CH-14")]
    public async Task A_reaction_wakes_nobody_and_is_told_with_the_next_message()
    {
        await using var telegram = await FakeTelegram.StartAsync();
        using var folder = TelegramGatewayTests.FolderFor(telegram, """, "dmPolicy": "allowlist", "allowFrom": [1001] """);
        await using var gateway = await RunningGateway.StartAsync(folder);
        telegram.Say(People.Direct(11, "hello"));
        var first = (await telegram.Chats.UntilAsync(static shown => shown.Count >= 1))[0];

        // Once more, so that the gateway has written down what it sent first.
        telegram.Say(People.Direct(12, "first of two"));
        await telegram.Chats.UntilAsync(static shown => shown.Any(static one => one.Text.Contains("first of two", StringComparison.Ordinal)));
        telegram.Say(People.Reaction(first.Id, "👍"), "message_reaction");
        telegram.Say(People.Reaction(first.Id, "🔥", sender: 666), "message_reaction");
        telegram.Say(People.Direct(13, "second message"));
        await telegram.Chats.UntilAsync(static shown => shown.Any(static one => one.Text.Contains("second message", StringComparison.Ordinal)));

        await using var talk = await gateway.ConnectAsync();
        var history = (await talk.AskAsync("chat.history", new() { ["sessionKey"] = "agent:main:main" })).GetRawText();
        Assert.Contains($"your message {first.Id}", history, StringComparison.Ordinal);
        Assert.DoesNotContain("666", history, StringComparison.Ordinal);
        Assert.Equal(3, history.Split("\"role\":\"user\"").Length - 1);
    }

    [Fact]
    public async Task The_pictures_of_an_album_that_a_webhook_brings_are_one_turn()
    {
        const string secret = "a-secret_of_the-webhook";
        await using var telegram = await FakeTelegram.StartAsync();
        using var folder = TelegramGatewayTests.FolderFor(
            telegram, $$""", "dmPolicy": "allowlist", "allowFrom": [1001], "webhookUrl": "https://example.org/telegram-webhook", "webhookSecret": "{{secret}}" """);
        await using var gateway = await RunningGateway.StartAsync(folder);
        await telegram.CalledAsync("setWebhook");
        telegram.AddFile("picture", [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3]);
        using var http = new HttpClient();
        for (var number = 0; number < 3; number++)
            await PostAsync(http, gateway.Port, secret, number);

        var shown = await telegram.Chats.UntilAsync(static shown => shown.Count >= 1);
        await using var talk = await gateway.ConnectAsync();
        var history = (await talk.AskAsync("chat.history", new() { ["sessionKey"] = "agent:main:main" })).GetRawText();
        Assert.Contains("look", shown[0].Text, StringComparison.Ordinal);
        Assert.Equal(1, history.Split("\"role\":\"user\"").Length - 1);
        Assert.Equal(3, Directory.GetFiles(Path.Combine(folder.StateDirectory, "media", "inbound")).Length);
    }

    [Theory]
    [InlineData("\"webhookPort\": 8787", "webhookPort")]
    [InlineData("\"webhookPath\": \"/hook\"", "webhookPath")]
    public async Task A_listener_of_its_own_is_refused_in_words_that_help(string setting, string named)
    {
        await using var telegram = await FakeTelegram.StartAsync();
        await using var gateway = await TelegramAccounts.GatewayAsync();

        var error = await Assert.ThrowsAsync<ChannelException>(() => gateway.StartTelegramAsync(
            telegram, $$""" "webhookUrl": "https://example.org/telegram-webhook", "webhookSecret": "0123456789abcdef", {{setting}} """));

        Assert.Contains($"channels.telegram.{named}", error.Message, StringComparison.Ordinal);
        Assert.Contains("/telegram-webhook", error.Message, StringComparison.Ordinal);
    }

    private static async Task PostAsync(HttpClient http, int port, string secret, int number)
    {
        var message = People.Direct(50 + number, "");
        message.Remove("text");
        if (number == 0)
            message["caption"] = "look";
        message["media_group_id"] = "a1";
        message["photo"] = new System.Text.Json.Nodes.JsonArray(new System.Text.Json.Nodes.JsonObject { ["file_id"] = "picture", ["file_size"] = 7 });
        var update = message.Update();
        update["update_id"] = 70 + number;
        while (true)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"http://127.0.0.1:{port}/telegram-webhook"))
            {
                Content = new StringContent(update.ToJsonString(), System.Text.Encoding.UTF8, "application/json"),
            };
            request.Headers.TryAddWithoutValidation("X-Telegram-Bot-Api-Secret-Token", secret);
            using var response = await http.SendAsync(request);
            if (response.IsSuccessStatusCode)
                return;
            await Task.Delay(100);
        }
    }
}
