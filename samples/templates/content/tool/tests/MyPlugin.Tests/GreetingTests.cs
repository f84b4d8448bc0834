using OpenClaw.Content;
using OpenClaw.Testing;

namespace MyPlugin.Tests;

public sealed class GreetingTests
{
    [Fact]
    public async Task Somebody_is_greeted_by_name()
    {
        await using var gateway = await InMemoryGateway.StartAsync(PluginFolder.Named("MyPlugin"));

        var result = await gateway.CallAsync("my_plugin_name_greet", """{"name":"Ada"}""");

        Assert.Equal([new TextPart("Hello, Ada!")], result.Content);
    }
}
