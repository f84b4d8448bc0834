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
    public async Task Without_an_account_the_plugin_is_not_loaded()
    {
        using var folder = GatewayFolder.WithConfig();
        await using var gateway = await RunningGateway.StartAsync(folder);

        await using var talk = await gateway.ConnectAsync();
        var plugin = await talk.AskAsync("plugins.inspect", new() { ["pluginId"] = "telegram" });

        Assert.Equal(("waiting", "telegram"), (plugin.GetProperty("status").GetString(), plugin.GetProperty("channelIds")[0].GetString()));
    }

    internal static GatewayFolder FolderFor(FakeTelegram telegram, string more = "", string top = "")
    {
        var folder = new GatewayFolder();
        folder.WriteConfig(
            $$$"""
            {
              "gateway": { "mode": "local", "auth": { "mode": "token", "token": "{{{GatewayFolder.Token}}}" } },
              "plugins": { "entries": { "agent-offline": { "config": { "wordDelayMs": 0 } } } },
              {{{top}}}
              "channels": { "telegram": { "botToken": "{{{FakeTelegram.Token}}}", "apiRoot": "{{{telegram.Url}}}"{{{more}}} } }
            }
            """);
        return folder;
    }

    [GeneratedRegex("code:\\s+(?<code>[A-Z2-9]{8})\\s")]
    private static partial Regex Code();
}
