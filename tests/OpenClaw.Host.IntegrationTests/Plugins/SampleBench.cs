using System.Diagnostics;
using OpenClaw.Host.IntegrationTests.Hosting;
using OpenClaw.Host.Tests;
using OpenClaw.Protocol;

namespace OpenClaw.Host.IntegrationTests.Plugins;

/// <summary>Where lines of READMEs are typed: the root of the repository, beside a gateway.</summary>
internal sealed class SampleBench : IAsyncDisposable
{
    private const string ReadmeFile = "/tmp/said.txt";

    private readonly GatewayFolder _folder = new();
    private readonly int _port = FreePort.Next();
    private GatewayProcess _gateway = null!;
    private GatewayTalk _talk = null!;

    private string Said => Path.Combine(_folder.HomeDirectory, "said.txt");

    public static async Task<SampleBench> StartAsync()
    {
        var bench = new SampleBench();
        bench._folder.WriteConfig($$$$"""
            {
              "gateway": { "mode": "local", "port": {{{{bench._port}}}}, "auth": { "mode": "token", "token": "{{{{GatewayFolder.Token}}}}" } },
              "channels": { "echo-channel": { "file": "{{{{bench.Said}}}}", "allowFrom": ["echo"] } }
            }
            """);
        bench._gateway = await GatewayProcess.StartAsync(bench._folder, bench._port);
        bench._talk = await bench._gateway.ConnectAsync();
        return bench;
    }

    /// <returns>What it printed.</returns>
    public async Task<string> TypeAsync(string line)
    {
        var words = ShellLine.Split(line.Replace(ReadmeFile, Said, StringComparison.Ordinal));
        switch (words)
        {
            // There is one already.
            case ["./openclaw", "gateway"]:
                return "";
            // Built with the tests; what builds is tested elsewhere.
            case ["./openclaw", "plugins", "dev", var project, "--once"] when Path.GetFileName(project) != "hello-plugin":
                return await DropInAsync(Path.GetFileName(project));
            case ["./openclaw", "plugins", "dev", var project, "--once"]:
                return await OpenClawAsync("plugins", "dev", Path.Combine(RepositoryRoot.Path, project), "--once", "--no-build");
            case ["dotnet", "publish", var project, "-o", _]:
                return await DropInAsync(Path.GetFileName(project));
            case ["./openclaw", .. var arguments]:
                return await OpenClawAsync([.. arguments]);
            case ["echo", var text, ">>", var file]:
                await File.AppendAllTextAsync(file, $"{text}\n");
                return "";
            case ["dotnet", "run", "--project", "samples/rpc-client", "--", "ws://127.0.0.1:18789", "$OPENCLAW_GATEWAY_TOKEN"]:
                return await RpcClientAsync();
            default:
                throw new InvalidOperationException($"Nothing here types this: {line}");
        }
    }

    /// <summary>Waits for what the agent says in the echo sample's file.</summary>
    public async Task<string> AnswerAsync()
    {
        using var patience = new CancellationTokenSource(OpenClawProcess.Patience);
        while (!File.Exists($"{Said}.answers") || new FileInfo($"{Said}.answers").Length == 0)
            await Task.Delay(50, patience.Token);
        return await File.ReadAllTextAsync($"{Said}.answers");
    }

    public async ValueTask DisposeAsync()
    {
        await _talk.DisposeAsync();
        await _gateway.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<string> DropInAsync(string sample)
    {
        _folder.AddSample(sample);
        await _talk.AskAsync(MethodNames.PluginsRefresh);
        return "";
    }

    private async Task<string> OpenClawAsync(params string[] arguments)
    {
        await using var process = OpenClawProcess.Start(_folder, lineToWaitFor: null, arguments);
        var exitCode = await process.WaitForExitAsync();
        Assert.True(exitCode == 0, $"openclaw {string.Join(' ', arguments)} ended with {exitCode}.\n{process.Output}\n{process.Error}");
        return process.Output;
    }

    private async Task<string> RpcClientAsync()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "RpcClient.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", program, _gateway.Url.ToString(), GatewayFolder.Token]) { RedirectStandardOutput = true })!;
        var said = await process.StandardOutput.ReadToEndAsync().WaitAsync(OpenClawProcess.Patience);
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return said;
    }
}
