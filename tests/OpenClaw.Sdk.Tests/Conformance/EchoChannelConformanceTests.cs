using OpenClaw.Channels;
using OpenClaw.Testing;

namespace OpenClaw.Sdk.Tests.Conformance;

public sealed class EchoChannelConformanceTests : PluginConformance
{
    protected override string Folder => PluginFolder.Named("EchoChannel");

    protected override async Task WorkAsync(InMemoryGateway gateway)
    {
        var account = await gateway.StartAccountAsync("echo-channel", """{"say":["good morning"]}""");

        var said = await account.Inbox.NextAsync();
        var sent = await account.SendAsync(said.Chat, "good evening");

        Assert.Equal(("1", "echo"), (said.MessageId, said.Sender.Id));
        Assert.IsType<SendAccepted>(sent);
        await account.StopAsync();
    }
}
