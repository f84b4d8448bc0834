using OpenClaw.Channels.Tests.Discord.Fake;
using OpenClaw.Testing;

namespace OpenClaw.Channels.Tests.Discord;

public sealed class DiscordConformanceTests : ChannelPluginConformance
{
    protected override string Folder => DiscordAccounts.Folder;

    protected override string Channel => "discord";

    protected override string? WrongSettings => """{ "token": "a token with spaces" }""";

    protected override string MessageId => "1400000000000000041";

    protected override string ChatId => Chats.Alice;

    protected override async Task<ChannelFarEnd> StartFarEndAsync() => new DiscordFarEnd(await FakeDiscord.StartAsync());
}
