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
