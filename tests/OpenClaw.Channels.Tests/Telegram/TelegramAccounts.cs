using OpenClaw.Channels.Tests.Telegram.Fake;
using OpenClaw.Testing;

namespace OpenClaw.Channels.Tests.Telegram;

/// <summary>Accounts of the channel in a gateway in memory.</summary>
internal static class TelegramAccounts
{
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "plugins", "telegram");

    public static string SettingsFor(FakeTelegram telegram, string more = "") =>
        $$"""{ "botToken": "{{FakeTelegram.Token}}", "apiRoot": "{{telegram.Url}}"{{(more.Length > 0 ? ", " + more : "")}} }""";

    public static Task<InMemoryGateway> GatewayAsync(TimeProvider? clock = null) =>
        InMemoryGateway.StartAsync(Folder, new GatewaySetup { Clock = clock ?? TimeProvider.System });

    public static Task<TestAccount> StartTelegramAsync(this InMemoryGateway gateway, FakeTelegram telegram, string more = "") =>
        gateway.StartAccountAsync("telegram", SettingsFor(telegram, more));
}
