using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace OpenClaw.TestKit;

/// <summary>A real Kestrel that plays a gateway by script: each connection runs the next script, the last one again and again.</summary>
public sealed class FakeGateway : IAsyncDisposable
{
    /// <summary>What its clients show; it takes anything.</summary>
    public const string Token = "token-of-the-test";

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Func<FakePeer, Task>> _scripts;
    private readonly ConcurrentQueue<Exception> _failures = new();

    private FakeGateway(WebApplication app, IEnumerable<Func<FakePeer, Task>> scripts)
    {
        _app = app;
        _scripts = new(scripts);
    }

    public Uri Url { get; private set; } = null!;

    public static async Task<FakeGateway> StartAsync(params Func<FakePeer, Task>[] scripts)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.UseWebSockets();
        var gateway = new FakeGateway(app, scripts);
        app.Run(gateway.ServeAsync);
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        gateway.Url = new(address.Replace("http", "ws", StringComparison.Ordinal));
        return gateway;
    }

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await _app.StopAsync(patience.Token);
        await _app.DisposeAsync();
        Assert.Empty(_failures);
    }

    private async Task ServeAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var script = _scripts.Count > 1 && _scripts.TryDequeue(out var next) ? next : _scripts.TryPeek(out var last) ? last : null;
        if (script is null)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        try
        {
            await script(new FakePeer(socket, context.RequestAborted));
        }
        catch (Exception error) when (error is System.Net.WebSockets.WebSocketException or OperationCanceledException)
        {
            // The client went away; that is how most scripts end.
        }
        catch (Exception error)
        {
            _failures.Enqueue(error);
        }
    }
}
