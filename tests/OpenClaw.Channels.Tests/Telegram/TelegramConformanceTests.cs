using System.Globalization;
using OpenClaw.Channels.Tests.Telegram.Fake;
using OpenClaw.Testing;

namespace OpenClaw.Channels.Tests.Telegram;

public sealed class TelegramConformanceTests : ChannelPluginConformance
{
    protected override string Folder => TelegramAccounts.Folder;

    protected override string Channel => "telegram";

    protected override string? WrongSettings => """{ "botToken": "a token with spaces" }""";

    protected override string MessageId => "41";

    protected override string ChatId => People.Alice.ToString(CultureInfo.InvariantCulture);

    protected override async Task<ChannelFarEnd> StartFarEndAsync() => new TelegramFarEnd(await FakeTelegram.StartAsync());
}
