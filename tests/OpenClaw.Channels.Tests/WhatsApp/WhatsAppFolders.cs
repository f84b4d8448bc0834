using OpenClaw.Channels.Tests.WhatsApp.Fake;
using OpenClaw.Host.IntegrationTests.Hosting;

namespace OpenClaw.Channels.Tests.WhatsApp;

/// <summary>Configurations of gateways with an account of WhatsApp.</summary>
internal static class WhatsAppFolders
{
    public const string Listed = """, "dmPolicy": "allowlist", "allowFrom": ["whatsapp:+15550001001"] """;

    public static GatewayFolder For(FakeWhatsApp whatsapp, string more = "", string top = "", int wordDelay = 0)
    {
        var folder = new GatewayFolder();
        folder.WriteConfig($$"""
            {
              "gateway": { "mode": "local", "auth": { "mode": "token", "token": "{{GatewayFolder.Token}}" } },
              "plugins": { "entries": { "agent-offline": { "config": { "wordDelayMs": {{wordDelay}} } } } },
              {{top}}
              "channels": { "whatsapp": {{WhatsAppAccounts.SettingsFor(whatsapp)[..^1]}}{{more}}} }
            }
            """);
        return folder;
    }
}
