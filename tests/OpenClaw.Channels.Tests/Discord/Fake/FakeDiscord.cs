using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OpenClaw.Channels.Tests.Discord.Fake;

/// <summary>Discord as far as bots of this repository use it, REST, gateway and files on one origin, with the faults of the real one.</summary>
internal sealed class FakeDiscord : IAsyncDisposable
{
    public const string Token = "MTIzNDU2Nzg5.fakeT0.forTests_abcdefghijklmnop-1";
    public const string BotId = "900";
    public const string BotName = "claw";
    public const string ApplicationId = "901";

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<DiscordFault>> _faults = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<RestCall> _calls = [];
    private readonly SemaphoreSlim _called = new(0);
    private readonly ConcurrentDictionary<string, byte[]> _files = [];
    private readonly FakeRest _rest;

    private FakeDiscord(WebApplication app)
    {
        _app = app;
        Gateway = new FakeGateway(() => Origin);
        _rest = new FakeRest(this);
    }

    public string Origin => _app.Urls.First();

    public string Url => $"{Origin}/api/v10";

    public FakeGateway Gateway { get; }

    public MessageBook Messages { get; } = new();

    /// <summary>What people wrote, by channel.</summary>
    public ConcurrentDictionary<string, ConcurrentQueue<JsonObject>> Written { get; } = [];

    /// <summary>The tokens of interactions that were acknowledged; the others cannot be answered yet.</summary>
    public ConcurrentDictionary<string, bool> Acknowledged { get; } = [];

    public IReadOnlyList<RestCall> Calls => [.. _calls];

    public int Shards { get; set; } = 1;

    /// <summary>Where the gateway is said to be; the right place without it.</summary>
    public string? GatewayUrl { get; set; }

    /// <summary>By what name the bot called last.</summary>
    public string? UserAgent { get; private set; }

    public int StartsLeft { get; set; } = 1000;

    public JsonArray Commands { get; set; } = [];

    /// <summary>Headers of the next answers of a route.</summary>
    public ConcurrentDictionary<string, Dictionary<string, string>> Headers { get; } = [];

    public static async Task<FakeDiscord> StartAsync(int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Limits.MaxRequestBodySize = 60 * 1024 * 1024);
        var app = builder.Build();
        var fake = new FakeDiscord(app);
        app.UseWebSockets();
        app.Map("/gateway", (HttpContext context) => fake.SocketAsync(context));
        app.Map("/resume", (HttpContext context) => fake.SocketAsync(context));
        app.Map("/api/v10/{**path}", (HttpContext context, string path) => fake.CallAsync(context, path));
        app.MapGet("/attachments/{name}", (HttpContext context, string name) => fake.FileAsync(context, name));
        await app.StartAsync();
        return fake;
    }

    /// <summary>Lets the next calls of a path go wrong, each in its own way.</summary>
    public void Fail(string method, string path, params ReadOnlySpan<DiscordFault> faults)
    {
        foreach (var fault in faults)
            _faults.GetOrAdd($"{method} {path}", static _ => []).Enqueue(fault);
    }

    public string AddFile(string name, byte[] content)
    {
        _files[name] = content;
        return $"{Origin}/attachments/{name}";
    }

    /// <summary>Somebody writes.</summary>
    public void Say(JsonObject message)
    {
        Keep(message);
        Gateway.Tell("MESSAGE_CREATE", message);
    }

    /// <summary>Somebody writes, and no session hears of it.</summary>
    public void Keep(JsonObject message) => Written.GetOrAdd((string)message["channel_id"]!, static _ => []).Enqueue(message);

    public async Task<RestCall> CalledAsync(string method, string path, int times = 1)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var calls = Calls.Where(call => call.Is(method, path)).ToList();
            if (calls.Count >= times)
                return calls[times - 1];
            try
            {
                await _called.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"{method} {path} was called {calls.Count} times; called were {string.Join(", ", Calls.Select(static call => $"{call.Method} {call.Path}"))}");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        Gateway.Cut();
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private async Task SocketAsync(HttpContext context)
    {
        if (context.Request.Query["v"] != "10" || context.Request.Query["encoding"] != "json")
        {
            context.Response.StatusCode = 400;
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        await Gateway.ServeAsync(socket, context.Request.Path);
    }

    private async Task CallAsync(HttpContext context, string path)
    {
        try
        {
            var call = await RestReader.ReadAsync(context.Request, path);
            UserAgent = context.Request.Headers.UserAgent;
            _calls.Enqueue(call);
            _called.Release();
            if (!path.StartsWith("interactions/", StringComparison.Ordinal) && !path.StartsWith("webhooks/", StringComparison.Ordinal) && call.Authorization != $"Bot {Gateway.AcceptedToken}")
                throw new DiscordError(401, 0, "401: Unauthorized");
            if (Headers.TryGetValue($"{call.Method} {path}", out var headers))
            {
                foreach (var (name, value) in headers)
                    context.Response.Headers[name] = value;
            }

            JsonNode? result = null;
            Task Apply()
            {
                result = _rest.Do(call);
                return Task.CompletedTask;
            }

            if (_faults.TryGetValue($"{call.Method} {path}", out var faults) && faults.TryDequeue(out var fault))
                await fault(context, Apply);
            else
                await Apply();
            if (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
                await AnswerAsync(context, result is null ? 204 : 200, result);
        }
        catch (DiscordError error)
        {
            var answer = new JsonObject { ["message"] = error.Message, ["code"] = error.Code };
            if (error.RetryAfter is { } wait)
                (answer["retry_after"], answer["global"]) = (JsonNode.Parse(wait), error.IsGlobal);
            await AnswerAsync(context, error.Status, answer);
        }
    }

    private async Task FileAsync(HttpContext context, string name)
    {
        if (_files.TryGetValue(name, out var content))
            await context.Response.Body.WriteAsync(content);
        else
            context.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private static async Task AnswerAsync(HttpContext context, int status, JsonNode? answer)
    {
        context.Response.StatusCode = status;
        if (answer is null)
            return;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer.ToJsonString());
    }
}
