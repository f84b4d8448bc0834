using System.Text.RegularExpressions;
using OpenClaw.Channels.Tests.Discord.Fake;
using OpenClaw.Channels.Tests.Gateway;
using OpenClaw.Host.IntegrationTests.Hosting;

namespace OpenClaw.Channels.Tests.Discord;

/// <summary>The gateway and the plugin as they ship, before Discord.</summary>
public sealed partial class DiscordGatewayTests
{
    [Fact]
    public async Task A_stranger_is_let_in_by_their_code_and_talks_to_the_agent()
    {
        await using var discord = await FakeDiscord.StartAsync();
        using var folder = FolderFor();
        await using var gateway = await StartAsync(folder, discord);
        await discord.Gateway.HeardAsync(2);

        discord.Say(Chats.Direct("11", "hello?"));
        var told = Assert.Single(await discord.Messages.UntilAsync(static shown => shown.Count == 1));
        Assert.Equal(Chats.AliceDirect, told.Channel);
        Assert.Contains("Your Discord id: 1001", told.Text, StringComparison.Ordinal);
        var code = Code().Match(told.Text).Groups["code"].Value;
        var (exit, output) = await gateway.CliAsync("pairing", "approve", "discord", code, "--notify");
        Assert.True(exit == 0, output);
        await discord.Messages.UntilAsync(static shown => shown.Count == 2);
        discord.Say(Chats.Direct("12", "what **is** this? @everyone"));

        var answer = (await discord.Messages.UntilAsync(static shown => shown.Count == 3))[2];
        Assert.Contains("what **is** this? @everyone", answer.Text, StringComparison.Ordinal);
        Assert.Equal("""{"parse":["users"],"replied_user":false}""", answer.Source["allowed_mentions"]!.ToJsonString());
        Assert.DoesNotContain(FakeDiscord.Token, gateway.Written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_answer_is_seen_growing_and_ends_as_whole_messages_with_whole_code_blocks()
    {
        await using var discord = await FakeDiscord.StartAsync();
        using var folder = FolderFor(""", "dmPolicy": "allowlist", "allowFrom": ["user:1001"], "textChunkLimit": 300, "streaming": { "mode": "partial" } """, wordDelay: 40);
        await using var gateway = await StartAsync(folder, discord);
        await discord.Gateway.HeardAsync(2);
        // The first answer of the agent without a model explains in a long block how to add one.
        discord.Say(Chats.Direct("11", "hello there"));
        var shown = await discord.Messages.UntilAsync(static shown => shown.Count >= 3);

        Assert.True(shown[0].Edits > 0, "the first message never changed");
        Assert.StartsWith("You said: \"hello there\"", shown[0].Text, StringComparison.Ordinal);
        Assert.All(shown, static one => Assert.InRange(one.Text.Length, 1, 300));
        Assert.All(shown, static one => Assert.Equal(0, one.Text.Split("```").Length % 2 - 1));
        Assert.NotNull(await discord.CalledAsync("POST", $"channels/{Chats.AliceDirect}/typing"));
        await discord.CalledAsync("PUT", $"applications/{FakeDiscord.ApplicationId}/commands");
        Assert.Contains(discord.Commands, static one => (string?)one!["name"] == "status");
    }

    [Fact]
    [Trait("Threat", "CH-13")]
    public async Task A_server_has_its_own_list_and_answers_who_names_the_bot_where_it_was_named()
    {
        await using var discord = await FakeDiscord.StartAsync();
        using var folder = FolderFor($$""", "dmPolicy": "allowlist", "allowFrom": [1002], "guilds": { "{{Chats.Guild}}": { "users": ["{{Chats.Alice}}"], "channels": { "general": {} } } } """);
        await using var gateway = await StartAsync(folder, discord);
        await discord.Gateway.HeardAsync(2);

        discord.Say(Chats.Direct("11", "in private I am a stranger"));
        discord.Say(Chats.InGuild("12", $"<@{FakeDiscord.BotId}> not from me", Chats.Thread, Chats.Bob));
        discord.Say(Chats.InGuild("13", $"<@{FakeDiscord.BotId}> not in here", Chats.Secret));
        discord.Say(Chats.InGuild("14", "nobody in particular", Chats.Thread));
        discord.Say(Chats.InGuild("15", $"<@{FakeDiscord.BotId}> and you?", Chats.Thread));

        var answer = Assert.Single(await discord.Messages.UntilAsync(static shown => shown.Count == 1));
        Assert.Equal(Chats.Thread, answer.Channel);
        Assert.Contains("nobody in particular", answer.Text, StringComparison.Ordinal);
        await using var talk = await gateway.ConnectAsync();
        Assert.Contains($"agent:main:discord:channel:{Chats.Thread}", (await talk.AskAsync("sessions.list")).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_that_comes_is_stored_and_one_that_is_asked_for_is_sent()
    {
        await using var discord = await FakeDiscord.StartAsync();
        using var folder = FolderFor(""", "dmPolicy": "allowlist", "allowFrom": [1001] """);
        await using var gateway = await StartAsync(folder, discord);
        await discord.Gateway.HeardAsync(2);
        var message = Chats.Direct("11", "look");
        message["attachments"] = new System.Text.Json.Nodes.JsonArray(new System.Text.Json.Nodes.JsonObject
        {
            ["filename"] = "a.jpg",
            ["content_type"] = "image/jpeg",
            ["size"] = 7,
            ["url"] = discord.AddFile("a.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3]),
        });
        discord.Say(message);
        await discord.Messages.UntilAsync(static shown => shown.Count > 0);

        var stored = Assert.Single(Directory.GetFiles(Path.Combine(folder.StateDirectory, "media", "inbound")));
        await using var talk = await gateway.ConnectAsync();
        var receipt = await talk.AskAsync("send", new() { ["to"] = "discord:user:1001", ["message"] = "**here**", ["mediaUrl"] = stored, ["idempotencyKey"] = "k1" });

        var shown = (await discord.Messages.UntilAsync(static shown => shown.Any(static one => one.Files.Count > 0))).Single(static one => one.Files.Count > 0);
        Assert.Equal(("**here**", shown.Id), (shown.Text, receipt.GetProperty("messageId").GetString()));
        Assert.Equal([0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3], Assert.Single(shown.Files).Content);
    }

    [Fact]
    public async Task A_command_is_answered_where_it_was_given_and_a_stranger_is_told_that_they_may_not()
    {
        await using var discord = await FakeDiscord.StartAsync();
        using var folder = FolderFor(""", "dmPolicy": "allowlist", "allowFrom": [1001], "guilds": { "*": { "users": [1001] } } """);
        await using var gateway = await StartAsync(folder, discord);
        await discord.Gateway.HeardAsync(2);

        discord.Gateway.Tell("INTERACTION_CREATE", Chats.Command("501", "whoami", channel: Chats.General));
        discord.Gateway.Tell("INTERACTION_CREATE", Chats.Command("502", "whoami", channel: Chats.General, sender: Chats.Bob));

        var shown = await discord.Messages.UntilAsync(static shown => shown.Count == 2);
        Assert.All(shown, static one => Assert.Equal("@original", one.Channel));
        Assert.Contains("discord:1001", shown.Single(static one => one.AnswerTo == "token-of-501").Text, StringComparison.Ordinal);
        Assert.Equal("You are not authorized to use this command.", shown.Single(static one => one.AnswerTo == "token-of-502").Text);
    }

    [Fact]
    [Trait("Threat", "CH-29")]
    public async Task A_kill_in_the_middle_loses_no_message_and_answers_none_twice()
    {
        await using var discord = await FakeDiscord.StartAsync();
        using var folder = FolderFor(""", "dmPolicy": "allowlist", "allowFrom": [1001] """, """ "messages": { "queue": { "mode": "followup", "cap": 100 } }, """);
        await using (var first = await StartAsync(folder, discord))
        {
            await discord.Gateway.HeardAsync(2);
            for (var number = 10; number < 20; number++)
                discord.Say(Chats.Direct($"{number}", $"parcel {number};"));
            await discord.Messages.UntilAsync(static shown => shown.Count >= 3);
            await first.KillAsync();
        }

        for (var number = 20; number < 30; number++)
            discord.Say(Chats.Direct($"{number}", $"parcel {number};"));
        await using var second = await StartAsync(folder, discord);

        await AllAnsweredOnceAsync(discord);
    }

    [Fact]
    public async Task A_swap_of_the_plugin_under_traffic_loses_nothing_and_answers_nothing_twice()
    {
        await using var discord = await FakeDiscord.StartAsync();
        using var folder = FolderFor(""", "dmPolicy": "allowlist", "allowFrom": [1001] """, """ "messages": { "queue": { "mode": "followup", "cap": 100 } }, """);
        await using var gateway = await StartAsync(folder, discord);
        await discord.Gateway.HeardAsync(2);
        for (var number = 10; number < 20; number++)
            discord.Say(Chats.Direct($"{number}", $"parcel {number};"));

        var (exit, output) = await gateway.CliAsync("plugins", "reload", "discord");
        for (var number = 20; number < 30; number++)
            discord.Say(Chats.Direct($"{number}", $"parcel {number};"));

        Assert.True(exit == 0, output);
        await AllAnsweredOnceAsync(discord);
        Assert.Equal(1, discord.Gateway.Count(2));
    }

    [Fact]
    public async Task Without_an_account_the_plugin_is_not_loaded()
    {
        using var folder = GatewayFolder.WithConfig();
        await using var gateway = await RunningGateway.StartAsync(folder);

        await using var talk = await gateway.ConnectAsync();
        var plugin = await talk.AskAsync("plugins.inspect", new() { ["pluginId"] = "discord" });

        Assert.Equal("waiting", plugin.GetProperty("status").GetString());
    }

    private static async Task AllAnsweredOnceAsync(FakeDiscord discord)
    {
        var shown = await discord.Messages.UntilAsync(static shown => Enumerable.Range(10, 20).All(number => Answers(shown, number) > 0));
        Assert.All(Enumerable.Range(10, 20), number => Assert.Equal(1, Answers(shown, number)));
    }

    private static int Answers(IReadOnlyList<PostedMessage> shown, int parcel) => shown.Count(one => one.Text.Contains($"said: \"parcel {parcel};", StringComparison.Ordinal));

    internal static Task<RunningGateway> StartAsync(GatewayFolder folder, FakeDiscord discord) =>
        RunningGateway.StartAsync(folder, new Dictionary<string, string> { ["DISCORD_API_URL"] = discord.Url });

    internal static GatewayFolder FolderFor(string more = "", string top = "", int wordDelay = 0)
    {
        var folder = new GatewayFolder();
        folder.WriteConfig(
            $$$"""
            {
              "gateway": { "mode": "local", "auth": { "mode": "token", "token": "{{{GatewayFolder.Token}}}" } },
              "plugins": { "entries": { "agent-offline": { "config": { "wordDelayMs": {{{wordDelay}}} } } } },
              {{{top}}}
              "channels": { "discord": { "token": "{{{FakeDiscord.Token}}}"{{{more}}} } }
            }
            """);
        return folder;
    }

    [GeneratedRegex("code:\\s+```\\s+(?<code>[A-Z2-9]{8})\\s")]
    private static partial Regex Code();
}
