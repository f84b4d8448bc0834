using System.Net;
using System.Text.Json;
using OpenClaw.Client;

namespace OpenClaw.Host.IntegrationTests.Plugins;

/// <summary>A plugin that costs nothing until somebody asks for what it offers.</summary>
public sealed class SleepingPluginTests
{
    [Fact]
    public async Task Requests_to_its_route_wake_it_once_and_are_all_answered()
    {
        await using var gateway = await SurfaceGateway.StartAsync(OnlyWhatWaits);
        await using var client = gateway.Client("operator.admin");
        await client.ConnectAsync();
        Assert.Equal("waiting", await StateAsync(client));

        // A stranger is refused like everywhere, whether it sleeps or not.
        Assert.Equal(HttpStatusCode.NotFound, (await gateway.GetAsync("/surfacesx")).Status);
        Assert.Equal("waiting", await StateAsync(client));
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => gateway.SendAsync(HttpMethod.Get, "/surfaces")));

        Assert.All(answers, static answer => Assert.StartsWith("version 1.0.0", answer.Text, StringComparison.Ordinal));
        Assert.Equal("running", await StateAsync(client));
        Assert.Equal(1, (await client.RequestAsync("plugins.inspect", JsonElement.Parse("""{"pluginId":"surfaces"}"""))).GetProperty("generation").GetInt32());
    }

    [Fact]
    public async Task A_call_of_its_method_wakes_it_and_is_answered()
    {
        await using var gateway = await SurfaceGateway.StartAsync(OnlyWhatWaits);
        await using var client = gateway.Client("operator.admin");
        await client.ConnectAsync();
        Assert.Equal("waiting", await StateAsync(client));

        var answer = await client.RequestAsync("surfaces.read", JsonElement.Parse("""{"a":1}"""));

        Assert.Equal("""{"version":"1.0.0","got":{"a":1}}""", answer.GetRawText());
        Assert.Equal("running", await StateAsync(client));
    }

    private static async Task<string?> StateAsync(GatewayClient client) =>
        (await client.RequestAsync("plugins.inspect", JsonElement.Parse("""{"pluginId":"surfaces"}"""))).GetProperty("status").GetString();

    private static void OnlyWhatWaits(string manifest) =>
        File.WriteAllText(manifest, File.ReadAllText(manifest)
            .Replace(", \"hook\", \"tool\", \"service\"", "", StringComparison.Ordinal)
            .Replace("Everything a plugin may add", "Sleeper", StringComparison.Ordinal));
}
