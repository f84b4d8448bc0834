using OpenClaw.Testing;

namespace OpenClaw.Sdk.Tests.Conformance;

public sealed class HttpChatConformanceTests : ChannelPluginConformance
{
    protected override string Folder => PluginFolder.Named("HttpChat");

    protected override string Channel => "http-chat";

    protected override string? WrongSettings => "{}";

    protected override async Task<ChannelFarEnd> StartFarEndAsync() => await HttpChatFarEnd.StartAsync();
}
