using System.Globalization;
using OpenClaw.Client;
using OpenClaw.Host.IntegrationTests.Devices;
using OpenClaw.Host.IntegrationTests.Gateway;
using OpenClaw.Protocol.Connect;

namespace OpenClaw.Host.IntegrationTests.Hosting;

/// <summary>A gateway that was started and is ready.</summary>
internal sealed class GatewayProcess : IAsyncDisposable
{
    private const string ReadyLine = "[gateway] ready";

    private readonly OpenClawProcess _process;
    private readonly string _token;

    private GatewayProcess(OpenClawProcess process, int port, string token)
    {
        _process = process;
        Port = port;
        _token = token;
    }

    public int Id => _process.Id;

    public int Port { get; }

    public string Output => _process.Output;

    public string Error => _process.Error;

    public Uri Url => new($"ws://127.0.0.1:{Port}");

    public static Task<GatewayProcess> StartAsync(GatewayFolder folder) => StartAsync(folder, FreePort.Next());

    public static async Task<GatewayProcess> StartAsync(GatewayFolder folder, int port)
    {
        var process = OpenClawProcess.Start(folder, ReadyLine, PortArguments(port));
        try
        {
            await process.WaitForLineAsync();
            return new(process, port, folder.ConfiguredToken());
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts a gateway that is expected to give up, and waits until it did.</summary>
    public static Task<OpenClawProcess> RefuseAsync(GatewayFolder folder, params string[] arguments) =>
        RefuseAsync(folder, FreePort.Next(), new Dictionary<string, string>(), arguments);

    public static async Task<OpenClawProcess> RefuseAsync(
        GatewayFolder folder, int port, IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        var process = OpenClawProcess.Start(folder, variables, lineToWaitFor: null, [.. PortArguments(port), .. arguments]);
        await process.WaitForExitAsync();
        return process;
    }

    public async Task<GatewayTalk> ConnectAsync()
    {
        var client = new GatewayClient(new() { Url = Url, Token = _token, Reconnect = false });
        var talk = new GatewayTalk(client);
        await client.ConnectAsync();
        return talk;
    }

    /// <summary>Connects as a device that is expected to get in.</summary>
    internal async Task<DeviceConnection> EnterAsync(TestDevice device, ConnectParams connect)
    {
        var client = await FrameClient.OpenAsync(Port);
        var challenge = (await client.ReceiveFrameAsync()).GetProperty("payload");
        var signed = device.Sign(connect, challenge.GetProperty("ts").GetInt64(), challenge.GetProperty("nonce").GetString());
        await client.SendAsync(TestDevice.Request(signed));
        var answer = await client.ReceiveFrameAsync();
        Assert.True(answer.GetProperty("ok").GetBoolean(), answer.ToString());
        return new(client, answer.GetProperty("payload"));
    }

    /// <summary>Waits until it has started once more inside its process.</summary>
    public Task ReadyAgainAsync() => _process.WaitForLineAsync();

    /// <summary>Waits until the log on the console has this.</summary>
    public Task WaitForErrorAsync(string text) => _process.WaitForErrorAsync(text);

    public Task TerminateAsync() => _process.TerminateAsync();

    public Task<int> WaitForExitAsync() => _process.WaitForExitAsync();

    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync()
    {
        await TerminateAsync();
        return await WaitForExitAsync();
    }

    public Task KillAsync() => _process.KillAsync();

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static string[] PortArguments(int port) => ["gateway", "--port", port.ToString(CultureInfo.InvariantCulture)];
}
