using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using OpenClaw.Client;
using OpenClaw.Host.IntegrationTests.Hosting;

namespace OpenClaw.Host.IntegrationTests.Plugins;

/// <summary>A gateway process with the test plugin that adds everything a plugin may add.</summary>
internal sealed class SurfaceGateway : IAsyncDisposable
{
    public const string Plugin = "surfaces";

    private readonly HttpClient _http;

    private SurfaceGateway(GatewayFolder folder, GatewayProcess process)
    {
        Folder = folder;
        Process = process;
        _http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{process.Port}") };
    }

    public GatewayFolder Folder { get; }

    public GatewayProcess Process { get; }

    private string PluginFolder => Path.Combine(Folder.StateDirectory, "plugins", Plugin);

    /// <param name="manifest">Changes the plugin's manifest, given its path.</param>
    /// <param name="gateway">Members of <c>gateway</c>; without them it asks for a token.</param>
    /// <param name="more">Members beside <c>gateway</c>.</param>
    /// <param name="samples">Samples to run as well.</param>
    public static async Task<SurfaceGateway> StartAsync(Action<string>? manifest = null, string? gateway = null, string more = "", params string[] samples)
    {
        var port = FreePort.Next();
        var folder = new GatewayFolder();
        gateway ??= $$"""  "auth":{"mode":"token","token":"{{GatewayFolder.Token}}"} """;
        folder.WriteConfig($$"""{"gateway":{"mode":"local","port":{{port}},{{gateway}}}{{(more.Length > 0 ? "," : "")}}{{more}}}""");
        Array.ForEach(samples, folder.AddSample);
        var target = Directory.CreateDirectory(Path.Combine(folder.StateDirectory, "plugins", Plugin)).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "test-plugins", Plugin)))
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        manifest?.Invoke(Path.Combine(target, "openclaw.plugin.json"));
        return new SurfaceGateway(folder, await GatewayProcess.StartAsync(folder, port));
    }

    public GatewayClient Client(params string[] scopes) =>
        new(new() { Url = Process.Url, Token = GatewayFolder.Token, Scopes = scopes, Reconnect = false });

    public async Task<(HttpStatusCode Status, string Text, HttpResponseMessage Response)> SendAsync(
        HttpMethod method, string path, HttpContent? content = null, string? token = GatewayFolder.Token, string? forwarded = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (forwarded is not null)
            request.Headers.Add("X-Forwarded-For", forwarded);
        var response = await _http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(), response);
    }

    /// <summary>A request without the gateway's secret.</summary>
    public async Task<(HttpStatusCode Status, string Text)> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        using var response = await _http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>The plugin as another version, with the same code.</summary>
    public void Become(string version)
    {
        var manifest = Path.Combine(PluginFolder, "openclaw.plugin.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("\"version\": \"1.0.0\"", $"\"version\": \"{version}\"", StringComparison.Ordinal));
    }

    public void Remove() => Directory.Delete(PluginFolder, recursive: true);

    public static Task RefreshAsync(GatewayClient client) => client.RequestAsync("plugins.refresh", default);

    public static JsonObject Object(params (string Name, string Value)[] members) =>
        new(members.Select(static member => KeyValuePair.Create<string, JsonNode?>(member.Name, member.Value)));

    /// <summary>Runs the command line against the gateway.</summary>
    public async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        await using var process = OpenClawProcess.Start(Folder, lineToWaitFor: null, arguments);
        var exitCode = await process.WaitForExitAsync();
        return (exitCode, process.Output, process.Error);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Process.DisposeAsync();
        Folder.Dispose();
    }
}
