using OpenClaw.Channels.Tests.WhatsApp.Fake;
using OpenClaw.Testing;

namespace OpenClaw.Channels.Tests.WhatsApp;

public sealed class WhatsAppConformanceTests : ChannelPluginConformance
{
    protected override string Folder => WhatsAppAccounts.Folder;

    protected override string Channel => "whatsapp";

    protected override string? WrongSettings => """{ "authDir": "not/a/full/path" }""";

    protected override string MessageId => WhatsAppPeople.Id(41);

    protected override string ChatId => $"+{WhatsAppPeople.Alice}";

    protected override Task<ChannelFarEnd> StartFarEndAsync() => Task.FromResult<ChannelFarEnd>(new WhatsAppFarEnd());
}
