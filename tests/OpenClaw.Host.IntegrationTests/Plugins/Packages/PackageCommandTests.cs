using System.Text.Json;
using OpenClaw.Host.IntegrationTests.Hosting;
using static OpenClaw.Host.IntegrationTests.Plugins.Packages.PackageGateway;

namespace OpenClaw.Host.IntegrationTests.Plugins.Packages;

/// <summary>The real command line, which has a running gateway do the work.</summary>
public sealed class PackageCommandTests
{
    [Fact]
    public async Task People_read_what_was_done()
    {
        await using var gateway = await StartAsync(Dice("1.1.0"));

        Assert.Contains("Acme.Dice-Tool", await SayAsync("search", "dice"), StringComparison.Ordinal);
        Assert.Contains("Would install plugin \"dice-tool\" 1.1.0", await SayAsync("install", "Acme.Dice-Tool", "--dry-run"), StringComparison.Ordinal);
        Assert.Null(await gateway.ListedAsync("dice-tool"));
        var (_, output, error) = await gateway.RunAsync("plugins", "install", "Acme.Dice-Tool@1.1.0");
        Assert.Contains("Installed plugin \"dice-tool\" 1.1.0", output, StringComparison.Ordinal);
        Assert.Contains("It is running.", output, StringComparison.Ordinal);
        Assert.Contains("Acme.Dice-Tool: downloading", error, StringComparison.Ordinal);
        Assert.Contains("is installed already", await SayAsync("install", "Acme.Dice-Tool"), StringComparison.Ordinal);
        Assert.Contains($"Package: Acme.Dice-Tool 1.1.0 from {gateway.Feed.Index}", await SayAsync("inspect", "dice-tool"), StringComparison.Ordinal);
        Assert.Contains("is the newest that fits", await SayAsync("update", "dice-tool"), StringComparison.Ordinal);

        gateway.Feed.Packages.Add(Dice("1.2.0"));
        Assert.Contains("stays at 1.1.0", await SayAsync("pin", "dice-tool"), StringComparison.Ordinal);
        Assert.Contains("No installed plugin can be updated", await SayAsync("update", "--all"), StringComparison.Ordinal);
        Assert.Contains("is pinned to 1.1.0", (await gateway.RunAsync("plugins", "update", "dice-tool")).Error, StringComparison.Ordinal);
        await SayAsync("pin", "dice-tool", "--off");
        Assert.Contains("Updated \"dice-tool\" from 1.1.0 to 1.2.0.", await SayAsync("update", "--all"), StringComparison.Ordinal);
        Assert.Contains("back from 1.2.0 to 1.1.0", await SayAsync("rollback", "dice-tool"), StringComparison.Ordinal);
        Assert.Contains("Removed \"dice-tool\" 1.1.0", await SayAsync("uninstall", "dice-tool"), StringComparison.Ordinal);
        Assert.Null(await gateway.ListedAsync("dice-tool"));

        var refused = await gateway.RunAsync("plugins", "uninstall", "dice-tool");
        Assert.NotEqual(0, refused.ExitCode);
        Assert.Contains("Plugin \"dice-tool\" is not associated with a tracked package install.", refused.Error, StringComparison.Ordinal);

        async Task<string> SayAsync(params string[] arguments)
        {
            var (exitCode, output, error) = await gateway.RunAsync(["plugins", .. arguments]);
            Assert.True(exitCode == 0, $"{string.Join(' ', arguments)} ended with {exitCode}.\n{output}\n{error}");
            return output;
        }
    }

    [Fact]
    public async Task Scripts_get_one_document_each_and_may_run_elsewhere()
    {
        await using var gateway = await StartAsync(Dice("1.1.0"));
        using var elsewhere = new GatewayFolder();

        Assert.Equal("1.1.0", (await AskAsync("search", "dice")).GetProperty("results")[0].GetProperty("version").GetString());
        Assert.True((await AskAsync("install", "Acme.Dice-Tool")).GetProperty("changed").GetBoolean());
        gateway.Feed.Packages.Add(Dice("1.2.0"));
        var updates = await AskAsync("update", "--all");
        Assert.Equal("1.2.0", Assert.Single(updates.GetProperty("results").EnumerateArray()).GetProperty("version").GetString());
        Assert.Equal("1.1.0", (await AskAsync("rollback", "dice-tool")).GetProperty("version").GetString());
        var listed = (await AskAsync("list")).GetProperty("plugins").EnumerateArray().Single(static plugin => plugin.GetProperty("id").GetString() == "dice-tool");
        Assert.Equal("1.1.0", listed.GetProperty("version").GetString());
        Assert.Equal("dice-tool", (await AskAsync("uninstall", "dice-tool")).GetProperty("pluginId").GetString());
        Assert.Contains("tracked package install", (await RunJsonAsync(1, "uninstall", "dice-tool")).GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(elsewhere.StateDirectory, "plugins")));

        Task<JsonElement> AskAsync(params string[] arguments) => RunJsonAsync(0, arguments);

        async Task<JsonElement> RunJsonAsync(int expected, params string[] arguments)
        {
            var (exitCode, output, error) = await RunAsync(elsewhere, ["plugins", .. arguments, "--json", "--url", gateway.Process.Url.ToString(), "--token", GatewayFolder.Token]);
            Assert.True(exitCode == expected, $"{string.Join(' ', arguments)} ended with {exitCode}.\n{output}\n{error}");
            return JsonElement.Parse(output);
        }
    }
}
