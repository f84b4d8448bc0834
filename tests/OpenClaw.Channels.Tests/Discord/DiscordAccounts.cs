using OpenClaw.Channels.Tests.Discord.Fake;
using OpenClaw.Testing;

namespace OpenClaw.Channels.Tests.Discord;

/// <summary>Accounts of the channel in a gateway in memory.</summary>
internal static class DiscordAccounts
{
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "plugins", "discord");

    public static string SettingsFor(FakeDiscord discord, string more = "") =>
        $$"""{ "token": "{{FakeDiscord.Token}}", "apiUrl": "{{discord.Url}}"{{(more.Length > 0 ? ", " + more : "")}} }""";

    public static Task<InMemoryGateway> GatewayAsync(TimeProvider? clock = null) =>
        InMemoryGateway.StartAsync(Folder, new GatewaySetup { Clock = clock ?? TimeProvider.System });

    public static Task<TestAccount> StartDiscordAsync(this InMemoryGateway gateway, FakeDiscord discord, string more = "") =>
        gateway.StartAccountAsync("discord", SettingsFor(discord, more));

    /// <summary>Waits until the account is so.</summary>
    public static async Task<ChannelStatus> UntilAsync(this TestAccount account, Func<ChannelStatus, bool> isSo)
    {
        for (var tries = 0; tries < 1500; tries++)
        {
            var status = account.Channel.Status;
            if (isSo(status))
                return status;
            await Task.Delay(20);
        }

        throw new TimeoutException($"The account is {account.Channel.Status}.");
    }
}
