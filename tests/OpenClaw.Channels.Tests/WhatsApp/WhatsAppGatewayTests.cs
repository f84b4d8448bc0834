using System.Text.RegularExpressions;
using OpenClaw.Channels.Tests.Gateway;
using OpenClaw.Channels.Tests.WhatsApp.Fake;
using OpenClaw.Host.IntegrationTests.Hosting;

namespace OpenClaw.Channels.Tests.WhatsApp;

/// <summary>The gateway and the plugin as they ship, with the bridge's twin in its place.</summary>
public sealed partial class WhatsAppGatewayTests
{
    private const string Listed = """, "dmPolicy": "allowlist", "allowFrom": ["whatsapp:+15550001001"] """;

    [Fact]
    public async Task A_stranger_is_let_in_by_their_code_and_talks_to_the_agent()
    {
        await using var whatsapp = new FakeWhatsApp();
        using var folder = FolderFor(whatsapp);
        await using var gateway = await RunningGateway.StartAsync(folder);

        await whatsapp.SayAsync(WhatsAppPeople.Direct(WhatsAppPeople.Id(11), "hello?"));
        var told = Assert.Single(await whatsapp.UntilSentAsync(static sent => sent.Count == 1));
        Assert.Contains("+15550001001", told.Text, StringComparison.Ordinal);
        var code = Code().Match(told.Text).Groups["code"].Value;
        var (exit, output) = await gateway.CliAsync("pairing", "approve", "whatsapp", code, "--notify");
        Assert.True(exit == 0, output);
        await whatsapp.UntilSentAsync(static sent => sent.Count == 2);
        await whatsapp.SayAsync(WhatsAppPeople.Direct(WhatsAppPeople.Id(12), "what **is** this?"));

        var answer = (await whatsapp.UntilSentAsync(static sent => sent.Count == 3))[2];
        Assert.Equal($"{WhatsAppPeople.Alice}@s.whatsapp.net", answer.To);
        Assert.Contains("what *is* this?", answer.Text, StringComparison.Ordinal);
        Assert.Equal(0, whatsapp.Waiting);
    }

    private static GatewayFolder FolderFor(FakeWhatsApp whatsapp, string more = "", string configuration = "", int wordDelay = 0)
    {
        var folder = new GatewayFolder();
        folder.WriteConfig($$"""
            {
              "gateway": { "mode": "local", "auth": { "mode": "token", "token": "{{GatewayFolder.Token}}" } },
              "plugins": { "entries": { "agent-offline": { "config": { "wordDelayMs": {{wordDelay}} } } } },
              {{configuration}}
              "channels": { "whatsapp": {{WhatsAppAccounts.SettingsFor(whatsapp)[..^1]}}{{more}}} }
            }
            """);
        return folder;
    }

    [GeneratedRegex("pairing approve whatsapp (?<code>[A-Z0-9]{8})")]
    private static partial Regex Code();
}
