using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model;
using OpenClaw.Host.Configuration.Model.Gateway;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Diagnostics.Health;
using OpenClaw.Host.Events;
using OpenClaw.Host.Gateway;
using OpenClaw.Host.Gateway.Connections;
using OpenClaw.Host.Http;
using OpenClaw.Host.Nodes;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Security;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.IntegrationTests.Gateway;

/// <summary>The gateway's own rooms on a real listener, with a configuration and a clock of the test's choice.</summary>
internal sealed class TestGateway : IAsyncDisposable, IConfigSource
{
    public const string Token = "fake-gateway-token-0123456789abcdef";

    private readonly TemporaryDirectory _own = new();
    private WebApplication _app = null!;

    public int Port { get; private set; }

    public string StateDirectory { get; private set; } = "";

    public OpenClawConfig Current { get; private set; } = OpenClawConfig.Default;

    public TestMethods Methods { get; } = new();

    public IServiceProvider Services => _app.Services;

    public HostLifecycle Lifecycle => Services.GetRequiredService<HostLifecycle>();

    public IEventPublisher Events => Services.GetRequiredService<IEventPublisher>();

    public ConnectionRegistry Connections => Services.GetRequiredService<ConnectionRegistry>();

    public static GatewayConfig DefaultConfig { get; } = new() { Port = 0, Auth = new GatewayAuthConfig { Token = Secret.From(Token) } };

    public static async Task<TestGateway> StartAsync(
        GatewayConfig? config = null, GatewayOptions? options = null, TimeProvider? time = null, bool ready = true,
        Action<IServiceCollection>? services = null, string? stateDirectory = null)
    {
        var gateway = new TestGateway { Current = new OpenClawConfig { Gateway = config ?? DefaultConfig } };
        var settings = options ?? new GatewayOptions();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            GatewayListener.Configure(kestrel, gateway.Current.Gateway, settings);
        });
        builder.Services.AddSingleton<IConfigSource>(gateway);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddSingleton<IRpcModule>(gateway.Methods);
        gateway.StateDirectory = stateDirectory ?? gateway._own.Path;
        builder.Services.AddStorage(new StatePaths
        {
            HomeDirectory = gateway._own.Path,
            StateDirectory = gateway.StateDirectory,
            ConfigFile = Path.Combine(gateway.StateDirectory, "openclaw.json"),
            WorkspaceDirectory = Path.Combine(gateway.StateDirectory, "workspace"),
        });
        builder.Services.AddSingleton<GatewayReadiness>();
        builder.Services.AddSecurity().AddNodes().AddHttpProbes().AddGateway();
        services?.Invoke(builder.Services);

        gateway._app = builder.Build();
        gateway._app.UseHttpHygiene().MapGateway().MapHttpProbes();
        await gateway._app.StartAsync();
        gateway.Port = gateway._app.Urls.Select(url => new Uri(url)).First(url => IPAddress.Parse(url.Host.Trim('[', ']')).Equals(IPAddress.Loopback)).Port;
        if (ready)
        {
            gateway.Lifecycle.MarkReady();
        }

        return gateway;
    }

    /// <summary>An open socket whose challenge has been read.</summary>
    public async Task<FrameClient> OpenAsync(string path = "/", string host = "127.0.0.1", params string[] headers)
    {
        var client = await FrameClient.OpenAsync(Port, path, host, headers);
        Assert.Equal(101, client.Status);
        var challenge = await client.ReceiveFrameAsync();
        Assert.Equal("connect.challenge", challenge.GetProperty("event").GetString());
        Assert.False(challenge.TryGetProperty("seq", out _));
        client.Nonce = challenge.GetProperty("payload").GetProperty("nonce").GetString()!;
        client.ChallengedAt = challenge.GetProperty("payload").GetProperty("ts").GetInt64();
        Assert.True(Guid.TryParse(client.Nonce, out _));
        return client;
    }

    /// <summary>A client past the handshake, and its hello.</summary>
    public async Task<(FrameClient Client, JsonElement Hello)> ConnectAsync(string? request = null, params string[] headers)
    {
        var client = await OpenAsync(headers: headers);
        await client.SendAsync(request ?? Connects.Request(Connects.TokenAuth));
        var answer = await client.ReceiveFrameAsync();
        Assert.True(answer.GetProperty("ok").GetBoolean(), answer.ToString());
        return (client, answer.GetProperty("payload"));
    }

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _own.Dispose();
    }
}
