using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenClaw.Host.IntegrationTests.Hosting;

public sealed class BrokenPluginTests
{
    [Fact]
    public async Task Broken_plugins_are_named_with_their_reasons_and_the_gateway_works_without_them()
    {
        using var folder = GatewayFolder.WithConfig();
        folder.AddPlugin("no-manifest-worth-the-name", "{ \"id\": ");
        ThrowingPlugin.Install(folder);

        await using var gateway = await GatewayProcess.StartAsync(folder);
        await using var talk = await gateway.ConnectAsync();

        Assert.Contains("still here", await talk.ConverseAsync("still here", "run-1"), StringComparison.Ordinal);
        var plugins = (await talk.AskAsync("health", new JsonObject { ["probe"] = true })).GetProperty("plugins");
        var loaded = plugins.GetProperty("loaded").EnumerateArray().Select(static id => id.GetString());
        Assert.Contains("agent-offline", loaded);
        Assert.Contains("openclaw.plugin.json: is not valid JSON at line 1", ErrorOf(plugins, "no-manifest-worth-the-name"), StringComparison.Ordinal);
        Assert.Contains(ThrowingPlugin.Complaint, ErrorOf(plugins, "throwing"), StringComparison.Ordinal);
        var listed = (await talk.AskAsync("plugins.list")).GetProperty("plugins").EnumerateArray()
            .ToDictionary(static plugin => plugin.GetProperty("id").GetString()!, static plugin => plugin.GetProperty("state").GetString());
        Assert.Equal("enabled", listed["agent-offline"]);
        Assert.Equal("error", listed["no-manifest-worth-the-name"]);
        Assert.Equal("error", listed["throwing"]);
    }

    private static string? ErrorOf(JsonElement plugins, string id) =>
        plugins.GetProperty("errors").EnumerateArray()
            .Single(error => error.GetProperty("id").GetString() == id)
            .GetProperty("error").GetString();
}
