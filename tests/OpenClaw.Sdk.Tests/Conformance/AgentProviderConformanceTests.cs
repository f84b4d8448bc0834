using OpenClaw.Agents;
using OpenClaw.Testing;

namespace OpenClaw.Sdk.Tests.Conformance;

public sealed class AgentProviderConformanceTests : PluginConformance
{
    protected override string Folder => PluginFolder.Named("AgentProvider");

    protected override async Task WorkAsync(InMemoryGateway gateway)
    {
        var answer = "";
        await foreach (var update in gateway.Providers.Single().StreamAsync(
            new ModelRequest { Model = "words", Messages = [ModelMessage.User("one two three")] }, CancellationToken.None))
        {
            answer += update is TextDelta text ? text.Text : "";
        }

        Assert.Equal("three two one ", answer);
    }
}
