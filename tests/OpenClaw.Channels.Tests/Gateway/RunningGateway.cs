using System.Globalization;
using OpenClaw.Client;
using OpenClaw.Host.IntegrationTests.Hosting;

namespace OpenClaw.Channels.Tests.Gateway;

/// <summary>The gateway as a process of its own, ready.</summary>
internal sealed class RunningGateway : IAsyncDisposable
{
    private readonly OpenClawProcess _process;
    private readonly GatewayFolder _folder;
    private readonly int _port;

    private RunningGateway(OpenClawProcess process, GatewayFolder folder, int port) => (_process, _folder, _port) = (process, folder, port);

    public int Port => _port;

    public string Written => _process.Output + _process.Error;

    public static async Task<RunningGateway> StartAsync(GatewayFolder folder, IReadOnlyDictionary<string, string>? variables = null)
    {
        var port = FreePort.Next();
        var process = OpenClawProcess.Start(folder, variables ?? new Dictionary<string, string>(), "[gateway] ready", "gateway", "--port", Text(port));
        try
        {
            await process.WaitForLineAsync();
            return new RunningGateway(process, folder, port);
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    public async Task<GatewayTalk> ConnectAsync()
    {
        var client = new GatewayClient(new() { Url = new($"ws://127.0.0.1:{_port}"), Token = _folder.ConfiguredToken(), Reconnect = false });
        var talk = new GatewayTalk(client);
        await client.ConnectAsync();
        return talk;
    }

    /// <summary>Runs the command line against it.</summary>
    public async Task<(int Code, string Output)> CliAsync(params string[] arguments)
    {
        await using var command = OpenClawProcess.Start(
            _folder, new Dictionary<string, string> { ["OPENCLAW_GATEWAY_PORT"] = Text(_port) }, lineToWaitFor: null, arguments);
        return (await command.WaitForExitAsync(), command.Output + command.Error);
    }

    /// <summary>Waits until the log on the console has this.</summary>
    public Task WaitForErrorAsync(string text) => _process.WaitForErrorAsync(text);

    public Task KillAsync() => _process.KillAsync();

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
