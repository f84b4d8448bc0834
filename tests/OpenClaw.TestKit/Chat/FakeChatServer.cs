using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OpenClaw.TestKit.Chat;

/// <summary>A chat program with the three requests of the sample channel, and with the faults that real ones have.</summary>
public sealed class FakeChatServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, JsonObject> _waiting = [];
    private readonly ConcurrentQueue<SentText> _shown = [];
    private readonly ConcurrentDictionary<string, string> _byKey = [];
    private readonly SemaphoreSlim _arrived = new(0);
    private int _ids;

    private FakeChatServer(WebApplication app) => _app = app;

    public string Url => _app.Urls.First() + "/";

    /// <summary>What is done with the next sends; empty means that they succeed.</summary>
    public ConcurrentQueue<SendFault> Faults { get; } = [];

    /// <summary>Whether the server looks at keys.</summary>
    public bool KnowsKeys { get; init; } = true;

    public IReadOnlyList<SentText> Shown => [.. _shown];

    public int ShownCount => _shown.Count;

    public int Unacknowledged => _waiting.Count;

    public static async Task<FakeChatServer> StartAsync(bool knowsKeys = true)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new FakeChatServer(app) { KnowsKeys = knowsKeys };
        app.MapGet("/messages", server.MessagesAsync);
        app.MapPost("/ack", server.AcknowledgeAsync);
        app.MapPost("/send", server.SendAsync);
        await app.StartAsync();
        return server;
    }

    public void Say(string id, string text, string sender = "alice", string? chat = null, bool isGroup = false, bool mentions = false) =>
        _waiting[id] = new JsonObject
        {
            ["id"] = id,
            ["chat"] = chat ?? sender,
            ["sender"] = sender,
            ["text"] = text,
            ["isGroup"] = isGroup,
            ["mentions"] = mentions,
        };

    /// <summary>Waits until so many messages were shown in all.</summary>
    public async Task<IReadOnlyList<SentText>> ShownAsync(int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (_shown.Count < count)
            await _arrived.WaitAsync(patience.Token);
        return Shown;
    }

    public ValueTask DisposeAsync()
    {
        _arrived.Dispose();
        return _app.DisposeAsync();
    }

    private async Task MessagesAsync(HttpContext context)
    {
        var until = DateTime.UtcNow.AddSeconds(int.Parse(context.Request.Query["wait"]!, System.Globalization.CultureInfo.InvariantCulture));
        while (_waiting.IsEmpty && DateTime.UtcNow < until)
            await Task.Delay(20, context.RequestAborted);
        var messages = new JsonArray([.. _waiting.Values.OrderBy(static message => (string)message["id"]!, StringComparer.Ordinal).Take(100).Select(static message => message.DeepClone())]);
        await WriteAsync(context, new JsonObject { ["account"] = "fake", ["messages"] = messages });
    }

    private async Task AcknowledgeAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        foreach (var id in body.RootElement.GetProperty("ids").EnumerateArray())
            _waiting.TryRemove(id.GetString()!, out _);
    }

    private async Task SendAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        var text = new SentText(
            body.RootElement.GetProperty("key").GetString()!, body.RootElement.GetProperty("chat").GetString()!, body.RootElement.GetProperty("text").GetString()!);
        var fault = Faults.TryDequeue(out var next) ? next : SendFault.None;
        if (fault == SendFault.SlowDown)
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.Response.Headers.RetryAfter = "1";
            return;
        }

        if (fault == SendFault.Refuse)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var id = Show(text);
        if (fault == SendFault.CutAfterShowing)
        {
            context.Abort();
            return;
        }

        await WriteAsync(context, new JsonObject { ["id"] = id });
    }

    private string Show(SentText text)
    {
        if (KnowsKeys && _byKey.TryGetValue(text.Key, out var known))
            return known;
        var id = $"s{Interlocked.Increment(ref _ids)}";
        _byKey[text.Key] = id;
        _shown.Enqueue(text);
        _arrived.Release();
        return id;
    }

    private static Task WriteAsync(HttpContext context, JsonObject answer)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(answer.ToJsonString());
    }
}
