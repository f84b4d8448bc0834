using System.Text.Json.Nodes;
using OpenClaw.Channels.Tests.WhatsApp.Fake;
using OpenClaw.Testing;

namespace OpenClaw.Channels.Tests.WhatsApp;

/// <summary>Accounts of the channel in a gateway in memory.</summary>
internal static class WhatsAppAccounts
{
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "plugins", "whatsapp-bridge");

    public static string SettingsFor(FakeWhatsApp whatsapp, string more = "")
    {
        var settings = new JsonObject { ["sidecar"] = whatsapp.Sidecar, ["authDir"] = whatsapp.AuthDir }.ToJsonString();
        return more.Length == 0 ? settings : $"{settings[..^1]}, {more}}}";
    }

    public static Task<InMemoryGateway> GatewayAsync(TimeProvider? clock = null) =>
        InMemoryGateway.StartAsync(Folder, new GatewaySetup { Clock = clock ?? TimeProvider.System });

    public static Task<TestAccount> StartWhatsAppAsync(this InMemoryGateway gateway, FakeWhatsApp whatsapp, string more = "") =>
        gateway.StartAccountAsync("whatsapp", SettingsFor(whatsapp, more));
}
