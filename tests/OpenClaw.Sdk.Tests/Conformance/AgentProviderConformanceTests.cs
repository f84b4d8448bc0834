using OpenClaw.Agents;
using OpenClaw.Testing;

namespace OpenClaw.Sdk.Tests.Conformance;

public sealed class AgentProviderConformanceTests : StandaloneProviderPluginConformance
{
    protected override string Folder => PluginFolder.Named("AgentProvider");

    protected override string Provider => "backwards";

    [Fact]
    public async Task The_words_of_a_question_come_back_last_one_first()
    {
        await using var gateway = await StartAsync();
        var answer = "";
        await foreach (var update in gateway.Providers.Single().StreamAsync(
            new ModelRequest { Model = "words", Messages = [ModelMessage.User("one two three")] }, CancellationToken.None))
        {
            answer += update is TextDelta text ? text.Text : "";
        }

        Assert.Equal("three two one ", answer);
    }
}
