using System.Text.RegularExpressions;
using OpenClaw.Channels.Tests.Gateway;
using OpenClaw.Channels.Tests.Telegram.Fake;
using OpenClaw.Host.IntegrationTests.Hosting;

namespace OpenClaw.Channels.Tests.Telegram;

/// <summary>The gateway and the plugin as they ship, before Telegram's Bot API.</summary>
public sealed partial class TelegramGatewayTests
{
    [Fact]
    public async Task A_stranger_is_let_in_by_their_code_and_talks_to_the_agent()
    {
        await using var telegram = await FakeTelegram.StartAsync();
        using var folder = FolderFor(telegram);
        await using var gateway = await RunningGateway.StartAsync(folder);

        telegram.Say(People.Direct(11, "hello?"));
        var told = Assert.Single(await telegram.Chats.UntilAsync(static shown => shown.Count == 1));
        Assert.Contains("Your Telegram id: 1001", told.Text, StringComparison.Ordinal);
        Assert.Contains("<pre>openclaw pairing approve telegram", told.Source, StringComparison.Ordinal);
        var code = Code().Match(told.Text).Groups["code"].Value;
        var (exit, output) = await gateway.CliAsync("pairing", "approve", "telegram", code, "--notify");
        Assert.True(exit == 0, output);
        await telegram.Chats.UntilAsync(static shown => shown.Count == 2);
        telegram.Say(People.Direct(12, "what **is** this? <b>"));

        var answer = (await telegram.Chats.UntilAsync(static shown => shown.Count == 3))[2];
        Assert.Equal((People.Alice, "HTML"), (answer.Chat, answer.ParseMode));
        Assert.Contains("what is this? <b>", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(FakeTelegram.Token, gateway.Written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_answer_is_seen_growing_and_ends_as_whole_messages_with_whole_code_blocks()
    {
        await using var telegram = await FakeTelegram.StartAsync();
        using var folder = FolderFor(telegram, """, "dmPolicy": "allowlist", "allowFrom": ["tg:1001"], "textChunkLimit": 300, "streaming": { "mode": "partial" } """, wordDelay: 40);
        await using var gateway = await RunningGateway.StartAsync(folder);
        // The first answer of the agent without a model explains in a long block how to add one.
        telegram.Say(People.Direct(11, "hello there"));
        var shown = await telegram.Chats.UntilAsync(static shown => shown.Count >= 3);

        Assert.True(shown[0].Edits > 0, "the first message never changed");
        Assert.StartsWith("You said: \"hello there\"", shown[0].Text, StringComparison.Ordinal);
        Assert.All(shown, static one => Assert.Equal("HTML", one.ParseMode));
        Assert.All(shown, static one => Assert.InRange(one.Text.Length, 1, 300));
        Assert.All(shown.Where(static one => one.Text.Contains("\"models\":", StringComparison.Ordinal)), static one =>
            Assert.Contains("<pre><code class=\"language-json\">", one.Source, StringComparison.Ordinal));
        Assert.Contains("help", (await telegram.CalledAsync("setMyCommands")).Node("commands")!.ToJsonString(), StringComparison.Ordinal);
        Assert.NotNull(await telegram.CalledAsync("sendChatAction"));
    }

    [Fact]
    [Trait("Threat", "CH-13")]
    public async Task A_group_has_its_own_list_and_answers_who_names_the_bot_in_the_topic_it_was_named_in()
    {
        await using var telegram = await FakeTelegram.StartAsync();
        using var folder = FolderFor(telegram, $$""", "dmPolicy": "allowlist", "allowFrom": [1002], "groupAllowFrom": [1001], "groups": { "{{People.Group}}": {} } """);
        await using var gateway = await RunningGateway.StartAsync(folder);

        telegram.Say(People.Direct(11, "in private I am a stranger"));
        telegram.Say(People.InGroup(12, "@claw_bot not from me", sender: 1002, topic: 7).Naming("@claw_bot"));
        telegram.Say(People.InGroup(13, "nobody in particular", topic: 7));
        telegram.Say(People.InGroup(14, "@claw_bot and you?", topic: 7).Naming("@claw_bot"));

        var answer = Assert.Single(await telegram.Chats.UntilAsync(static shown => shown.Count == 1));
        Assert.Equal((People.Group, 7), (answer.Chat, answer.Thread));
        Assert.Contains("nobody in particular", answer.Text, StringComparison.Ordinal);
        await using var talk = await gateway.ConnectAsync();
        var sessions = await talk.AskAsync("sessions.list");
        Assert.Contains($"agent:main:telegram:group:{People.Group}:topic:7", sessions.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_that_comes_is_stored_and_one_that_the_answer_names_is_sent()
    {
        await using var telegram = await FakeTelegram.StartAsync();
        using var folder = FolderFor(telegram, """, "dmPolicy": "allowlist", "allowFrom": [1001] """);
        await using var gateway = await RunningGateway.StartAsync(folder);
        telegram.AddFile("picture", [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3]);
        var message = People.Direct(11, "");
        message.Remove("text");
        message["caption"] = "look";
        message["photo"] = new System.Text.Json.Nodes.JsonArray(new System.Text.Json.Nodes.JsonObject { ["file_id"] = "picture", ["file_size"] = 7 });

        telegram.Say(message);
        await telegram.Chats.UntilAsync(static shown => shown.Count == 1);

        var stored = Assert.Single(Directory.GetFiles(Path.Combine(folder.StateDirectory, "media", "inbound")));
        Assert.Equal(7, new FileInfo(stored).Length);
        await using var talk = await gateway.ConnectAsync();
        var receipt = await talk.AskAsync("send", new() { ["to"] = "tg:1001", ["message"] = "**here**", ["mediaUrl"] = stored, ["idempotencyKey"] = "k1" });
        var shown = (await telegram.Chats.UntilAsync(static shown => shown.Count == 2))[1];
        Assert.Equal(("photo", "here", $"{shown.Id}"), (shown.Kind, shown.Text, receipt.GetProperty("messageId").GetString()));
    }

    [Fact]
    [Trait("Threat", "CH-29")]
    public async Task A_kill_in_the_middle_loses_no_message_and_answers_none_twice()
    {
        await using var telegram = await FakeTelegram.StartAsync();
        using var folder = FolderFor(telegram, """, "dmPolicy": "allowlist", "allowFrom": [1001] """, """ "messages": { "queue": { "mode": "followup", "cap": 100 }, "inbound": { "debounceMs": 0 } }, """);
        await using (var first = await RunningGateway.StartAsync(folder))
        {
            for (var number = 10; number < 30; number++)
                telegram.Say(People.Direct(number, $"parcel {number};"));
            await telegram.Chats.UntilAsync(static shown => shown.Count >= 3);
            await first.KillAsync();
        }

        await using var second = await RunningGateway.StartAsync(folder);

        var shown = await telegram.Chats.UntilAsync(static shown => shown.Any(static one => one.Text.Contains("parcel 29;", StringComparison.Ordinal)));
        for (var number = 10; number < 30; number++)
            Assert.InRange(shown.Count(one => one.Text.Contains($"said: \"parcel {number};", StringComparison.Ordinal)), number is 29 ? 1 : 0, 1);
        // The one that was on its way at the kill may be unknown; all others are there.
        Assert.InRange(shown.Count, 19, 20);
    }

    [Fact]
    public async Task A_swap_of_the_plugin_under_traffic_loses_nothing_and_answers_nothing_twice()
    {
        await using var telegram = await FakeTelegram.StartAsync();
        using var folder = FolderFor(telegram, """, "dmPolicy": "allowlist", "allowFrom": [1001] """, """ "messages": { "queue": { "mode": "followup", "cap": 100 }, "inbound": { "debounceMs": 0 } }, """);
        await using var gateway = await RunningGateway.StartAsync(folder);
        for (var number = 10; number < 20; number++)
            telegram.Say(People.Direct(number, $"parcel {number};"));

        var (exit, output) = await gateway.CliAsync("plugins", "reload", "telegram");
        for (var number = 20; number < 30; number++)
            telegram.Say(People.Direct(number, $"parcel {number};"));

        Assert.True(exit == 0, output);
        var shown = await telegram.Chats.UntilAsync(static shown => Enumerable.Range(10, 20).All(number => Answers(shown, number) > 0));
        Assert.All(Enumerable.Range(10, 20), number => Assert.Equal(1, Answers(shown, number)));

        static int Answers(IEnumerable<ShownMessage> shown, int number) =>
            shown.Count(one => one.Text.Contains($"said: \"parcel {number};", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_platform_is_asked_how_the_account_is_doing()
    {
        await using var telegram = await FakeTelegram.StartAsync();
        using var folder = FolderFor(telegram);
        await using var gateway = await RunningGateway.StartAsync(folder);
        await telegram.CalledAsync("getUpdates");

        var (_, works) = await gateway.CliAsync("channels", "status", "--probe");
        telegram.Fail("getMe", Faults.Page(502));
        await using var talk = await gateway.ConnectAsync();
        var status = await talk.AskAsync("channels.status", new() { ["probe"] = true });

        Assert.Contains("works", works, StringComparison.Ordinal);
        var account = status.GetProperty("channelAccounts").GetProperty("telegram")[0];
        Assert.Equal(("polling", "@claw_bot"), (account.GetProperty("mode").GetString(), account.GetProperty("name").GetString()));
        Assert.False(account.GetProperty("probe").GetProperty("ok").GetBoolean());
    }

    [Fact]
    [Trait("Threat", "CH-01")]
    [Trait("Threat", "CH-02")]
    [Trait("Threat", "CH-03")]
    [Trait("Threat", "CH-05")]
    public async Task A_webhook_takes_events_from_Telegram_alone()
    {
        const string secret = "a-secret_of_the-webhook";
        await using var telegram = await FakeTelegram.StartAsync();
        using var folder = FolderFor(telegram, $$""", "dmPolicy": "allowlist", "allowFrom": [1001], "webhookUrl": "https://example.org/telegram-webhook", "webhookSecret": "{{secret}}" """);
        await using var gateway = await RunningGateway.StartAsync(folder);
        var set = await telegram.CalledAsync("setWebhook");
        Assert.Equal(("https://example.org/telegram-webhook", secret), (set.Text("url"), set.Text("secret_token")));
        await using var talk = await gateway.ConnectAsync();
        while ((await talk.AskAsync("channels.status")).GetProperty("channelAccounts").GetProperty("telegram")[0].GetProperty("lifecycle").GetString() != "ready")
            await Task.Delay(50);
        using var http = new HttpClient();
        var body = People.Direct(11, "hello").Update();
        body["update_id"] = 5;

        Assert.Equal(401, await PostAsync(body.ToJsonString(), null));
        Assert.Equal(401, await PostAsync(body.ToJsonString(), ""));
        Assert.Equal(401, await PostAsync(body.ToJsonString(), secret + "x"));
        Assert.Equal(401, await PostAsync("", null));
        Assert.Equal(413, await PostAsync(new string(' ', 1024 * 1024 + 1), secret));
        Assert.Equal(400, await PostAsync("no JSON", secret));
        Assert.Empty(telegram.Chats.Shown);
        Assert.Equal(200, await PostAsync(body.ToJsonString(), secret));
        Assert.Equal(200, await PostAsync(body.ToJsonString(), secret));
        body["message"]!["message_id"] = 12;
        body["message"]!["text"] = "once more";
        Assert.Equal(200, await PostAsync(body.ToJsonString(), secret));

        var shown = await telegram.Chats.UntilAsync(static shown => shown.Any(static one => one.Text.Contains("said: \"once more", StringComparison.Ordinal)));
        Assert.Single(shown, static one => one.Text.Contains("said: \"hello", StringComparison.Ordinal));
        Assert.DoesNotContain(secret, gateway.Written, StringComparison.Ordinal);

        async Task<int> PostAsync(string text, string? given)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"http://127.0.0.1:{gateway.Port}/telegram-webhook"))
            {
                Content = new StringContent(text, System.Text.Encoding.UTF8, "application/json"),
            };
            if (given is not null)
                request.Headers.TryAddWithoutValidation("X-Telegram-Bot-Api-Secret-Token", given);
            using var response = await http.SendAsync(request);
            return (int)response.StatusCode;
        }
    }

    [Fact]
    [Trait("Threat", "CH-03")]
    public async Task Without_a_webhook_its_address_does_not_exist()
    {
        await using var telegram = await FakeTelegram.StartAsync();
        using var folder = FolderFor(telegram);
        await using var gateway = await RunningGateway.StartAsync(folder);
        using var http = new HttpClient();

        using var response = await http.PostAsync(new Uri($"http://127.0.0.1:{gateway.Port}/telegram-webhook"), new StringContent("{}"));

        Assert.Equal(System.Net.HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Who_may_write_changes_without_a_new_connection()
    {
        await using var telegram = await FakeTelegram.StartAsync();
        using var folder = FolderFor(telegram, """, "dmPolicy": "allowlist", "allowFrom": [1001] """);
        await using var gateway = await RunningGateway.StartAsync(folder);
        telegram.Say(People.Direct(11, "from me"));
        await telegram.Chats.UntilAsync(static shown => shown.Count > 0);

        folder.SaveConfig((await File.ReadAllTextAsync(folder.ConfigFile)).Replace("[1001]", "[1001, 1002]", StringComparison.Ordinal));
        await gateway.WaitForErrorAsync("allowFrom");
        telegram.Say(People.Direct(12, "and me", sender: 1002));

        await telegram.Chats.UntilAsync(static shown => shown.Any(static one => one.Chat == 1002));
        Assert.Single(telegram.Calls, static call => call.Method == "getMe");
    }

    [Fact]
    public async Task An_account_is_added_and_removed_by_the_command_line_while_the_gateway_runs()
    {
        await using var telegram = await FakeTelegram.StartAsync();
        using var folder = new GatewayFolder();
        folder.WriteConfig(
            $$"""{ "gateway": { "mode": "local", "auth": { "mode": "token", "token": "{{GatewayFolder.Token}}" } }, "channels": { "telegram": { "enabled": false, "apiRoot": "{{telegram.Url}}" } } }""");
        await using var gateway = await RunningGateway.StartAsync(folder);

        var (added, output) = await gateway.CliAsync("channels", "add", "--channel", "tg", "--token", FakeTelegram.Token);
        telegram.Say(People.Direct(11, "hello?"));
        var told = Assert.Single(await telegram.Chats.UntilAsync(static shown => shown.Count == 1));
        var (removed, _) = await gateway.CliAsync("channels", "remove", "--channel", "telegram", "--delete");

        Assert.Equal((0, 0), (added, removed));
        Assert.Contains("Added telegram.", output, StringComparison.Ordinal);
        Assert.Contains("pairing approve telegram", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(FakeTelegram.Token, output + gateway.Written, StringComparison.Ordinal);
        Assert.DoesNotContain(FakeTelegram.Token, await File.ReadAllTextAsync(folder.ConfigFile), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_account_the_plugin_is_not_loaded()
    {
        using var folder = GatewayFolder.WithConfig();
        await using var gateway = await RunningGateway.StartAsync(folder);

        await using var talk = await gateway.ConnectAsync();
        var plugin = await talk.AskAsync("plugins.inspect", new() { ["pluginId"] = "telegram" });

        Assert.Equal(("waiting", "telegram"), (plugin.GetProperty("status").GetString(), plugin.GetProperty("channelIds")[0].GetString()));
    }

    internal static GatewayFolder FolderFor(FakeTelegram telegram, string more = "", string top = "", int wordDelay = 0)
    {
        var folder = new GatewayFolder();
        // What one person writes in a row is a turn each, but where a test says otherwise.
        top = top.Contains("messages", StringComparison.Ordinal) ? top : top + """ "messages": { "inbound": { "debounceMs": 0 } }, """;
        folder.WriteConfig(
            $$$"""
            {
              "gateway": { "mode": "local", "auth": { "mode": "token", "token": "{{{GatewayFolder.Token}}}" } },
              "plugins": { "entries": { "agent-offline": { "config": { "wordDelayMs": {{{wordDelay}}} } } } },
              {{{top}}}
              "channels": { "telegram": { "botToken": "{{{FakeTelegram.Token}}}", "apiRoot": "{{{telegram.Url}}}"{{{more}}} } }
            }
            """);
        return folder;
    }

    [GeneratedRegex("code:\\s+(?<code>[A-Z2-9]{8})\\s")]
    private static partial Regex Code();
}
