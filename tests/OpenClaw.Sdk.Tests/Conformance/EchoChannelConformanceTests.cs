using OpenClaw.Testing;

namespace OpenClaw.Sdk.Tests.Conformance;

public sealed class EchoChannelConformanceTests : ChannelPluginConformance
{
    protected override string Folder => PluginFolder.Named("EchoChannel");

    protected override string Channel => "echo-channel";

    protected override string? WrongSettings => """{"file":5}""";

    protected override Task<ChannelFarEnd> StartFarEndAsync() => Task.FromResult<ChannelFarEnd>(new EchoFarEnd());
}
