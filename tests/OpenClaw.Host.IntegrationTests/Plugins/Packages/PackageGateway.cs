using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Client;
using OpenClaw.Host.IntegrationTests.Hosting;
using OpenClaw.Host.Tests.Plugins.Packages;
using OpenClaw.Protocol;

namespace OpenClaw.Host.IntegrationTests.Plugins.Packages;

/// <summary>A gateway process whose only package source is a v3 feed on this machine.</summary>
internal sealed class PackageGateway : IAsyncDisposable
{
    private PackageGateway(LoopbackFeed feed, GatewayFolder folder, GatewayProcess process, GatewayTalk talk)
    {
        Feed = feed;
        Folder = folder;
        Process = process;
        Talk = talk;
    }

    public LoopbackFeed Feed { get; }

    public GatewayFolder Folder { get; }

    public GatewayProcess Process { get; }

    /// <summary>An owner.</summary>
    public GatewayTalk Talk { get; }

    public string PluginsDirectory => Path.Combine(Folder.StateDirectory, "plugins");

    public string Lock => File.Exists(LockFile) ? File.ReadAllText(LockFile) : "";

    private string LockFile => Path.Combine(PluginsDirectory, "plugins.lock.json");

    public static async Task<PackageGateway> StartAsync(params TestPackage[] packages) => await StartAsync("{}", packages);

    /// <param name="plugins">The section <c>plugins</c> of the configuration.</param>
    /// <param name="packages">What the feed has.</param>
    public static async Task<PackageGateway> StartAsync(string plugins, TestPackage[] packages)
    {
        var port = FreePort.Next();
        var feed = await LoopbackFeed.StartAsync(packages);
        var folder = new GatewayFolder();
        folder.WriteConfig($$$$"""{"gateway":{"mode":"local","port":{{{{port}}}},"auth":{"mode":"token","token":"{{{{GatewayFolder.Token}}}}"}},"plugins":{{{{plugins}}}}}""");
        await File.WriteAllTextAsync(
            Path.Combine(folder.StateDirectory, "nuget.config"),
            $"""<configuration><packageSources><clear/><add key="loopback" value="{feed.Index}" allowInsecureConnections="true"/></packageSources></configuration>""");
        var process = await GatewayProcess.StartAsync(folder, port);
        return new PackageGateway(feed, folder, process, await process.ConnectAsync());
    }

    /// <summary>The dice sample as a package.</summary>
    public static TestPackage Dice(string version) =>
        new() { Id = "Acme.Dice-Tool", Version = version, Built = Path.Combine(AppContext.BaseDirectory, "samples", "dice-tool") };

    public static JsonObject Named(string package) => new() { ["source"] = "nuget", ["packageName"] = package };

    public Task<JsonElement> InstallAsync(JsonObject parameters) => Talk.AskAsync(MethodNames.PluginsInstall, parameters);

    public async Task<ErrorShape> RefusalAsync(JsonObject parameters) =>
        (await Assert.ThrowsAsync<GatewayRequestException>(() => InstallAsync(parameters))).Error;

    /// <summary>The plugin in the list; null when it is not there.</summary>
    public async Task<JsonElement?> ListedAsync(string id)
    {
        var list = await Talk.AskAsync(MethodNames.PluginsList);
        return list.GetProperty("plugins").EnumerateArray().Where(plugin => plugin.GetProperty("id").GetString() == id).Select(static plugin => (JsonElement?)plugin).SingleOrDefault();
    }

    public Task<string> RollAsync(string run) => Talk.ConverseAsync("use tool dice_roll", run);

    /// <summary>Runs the command line against the gateway.</summary>
    public Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) => RunAsync(Folder, arguments);

    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(GatewayFolder folder, params string[] arguments)
    {
        await using var process = OpenClawProcess.Start(folder, lineToWaitFor: null, arguments);
        var exitCode = await process.WaitForExitAsync();
        return (exitCode, process.Output, process.Error);
    }

    public async ValueTask DisposeAsync()
    {
        await Talk.DisposeAsync();
        await Process.DisposeAsync();
        await Feed.DisposeAsync();
        Folder.Dispose();
    }
}
