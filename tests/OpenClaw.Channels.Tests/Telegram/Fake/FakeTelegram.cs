using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OpenClaw.Channels.Tests.Telegram.Fake;

/// <summary>The Bot API of Telegram as far as bots of this repository use it, with the faults of the real one.</summary>
internal sealed class FakeTelegram : IAsyncDisposable
{
    public const string Token = "123456789:AAfakeTokenForTests_abcdefghijk-12345";
    public const long BotId = 123456789;
    public const string BotName = "claw_bot";

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<ApiFaultAction>> _faults = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentQueue<ApiCall> _calls = [];
    private readonly ConcurrentDictionary<string, byte[]> _files = [];
    private readonly SemaphoreSlim _called = new(0);

    private FakeTelegram(WebApplication app) => _app = app;

    public string Url => _app.Urls.First();

    public UpdateQueue Updates { get; } = new();

    public ChatBook Chats { get; } = new();

    public string AcceptedToken { get; set; } = Token;

    public bool HasTopics { get; set; }

    /// <summary>The webhook that is set, as it was asked for.</summary>
    public ApiCall? Webhook { get; set; }

    public IReadOnlyList<ApiCall> Calls => [.. _calls];

    public static async Task<FakeTelegram> StartAsync(int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Limits.MaxRequestBodySize = 60 * 1024 * 1024);
        var app = builder.Build();
        var fake = new FakeTelegram(app);
        app.MapPost("/bot{token}/{method}", fake.CallAsync);
        app.MapGet("/file/bot{token}/{**path}", fake.FileAsync);
        await app.StartAsync();
        return fake;
    }

    /// <summary>Lets the next calls of a method go wrong, each in its own way.</summary>
    public void Fail(string method, params ReadOnlySpan<ApiFaultAction> faults)
    {
        foreach (var fault in faults)
            _faults.GetOrAdd(method, static _ => []).Enqueue(fault);
    }

    /// <summary>A file that messages may name.</summary>
    public void AddFile(string id, byte[] content) => _files[id] = content;

    public async Task<ApiCall> CalledAsync(string method, int times = 1)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var calls = Calls.Where(call => call.Method == method).ToList();
            if (calls.Count >= times)
                return calls[times - 1];
            try
            {
                await _called.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"{method} was called {calls.Count} times.");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private async Task CallAsync(HttpContext context, string token, string method)
    {
        try
        {
            var call = await ApiCallReader.ReadAsync(context.Request, method);
            _calls.Enqueue(call);
            _called.Release();
            if (token != AcceptedToken)
                throw new BotApiError(401, "Unauthorized");
            JsonNode? result = null;
            async Task Apply() => result = await DoAsync(call, context.RequestAborted);
            if (_faults.TryGetValue(method, out var faults) && faults.TryDequeue(out var fault))
                await fault(context, Apply);
            else
                await Apply();
            if (result is not null && !context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
                await AnswerAsync(context, 200, new JsonObject { ["ok"] = true, ["result"] = result });
        }
        catch (BotApiError error)
        {
            await AnswerAsync(context, error.Code, ErrorOf(error));
        }
        catch (OperationCanceledException)
        {
            // The bot hung up.
        }
    }

    private async Task<JsonNode> DoAsync(ApiCall call, CancellationToken cancellationToken)
    {
        switch (call.Method)
        {
            case "getMe":
                return new JsonObject { ["id"] = BotId, ["is_bot"] = true, ["first_name"] = "Claw", ["username"] = BotName, ["has_topics_enabled"] = HasTopics };
            case "getUpdates":
                if (Webhook is not null)
                    throw new BotApiError(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
                return await Updates.PollAsync(call.Number("offset"), (int)(call.Number("limit") ?? 100), (int)(call.Number("timeout") ?? 0), cancellationToken);
            case "setWebhook":
                Webhook = call;
                return true;
            case "deleteWebhook":
                Webhook = null;
                return true;
            case "sendMessage":
                return Chats.Send(call);
            case "sendPoll":
                return Chats.SendPoll(call);
            case "editMessageText":
                return Chats.Edit(call);
            case "deleteMessage":
                Chats.Delete(call);
                return true;
            case "sendPhoto" or "sendDocument" or "sendAudio" or "sendVoice" or "sendVideo" or "sendAnimation":
                var kind = call.Method[4..].ToLowerInvariant();
                return Chats.SendFile(call, kind, call.Files.GetValueOrDefault(kind));
            case "sendMediaGroup":
                return SendGroup(call);
            case "getFile":
                return FileNamed(call.Text("file_id")!);
            case "sendChatAction" or "setMessageReaction" or "answerCallbackQuery" or "setMyCommands" or "deleteMyCommands":
                return true;
            case "getWebhookInfo":
                return new JsonObject { ["url"] = Webhook?.Text("url") ?? "", ["pending_update_count"] = Updates.Unconfirmed };
            default:
                throw new BotApiError(404, "Not Found");
        }
    }

    private JsonArray SendGroup(ApiCall call)
    {
        var media = call.Node("media")!.AsArray();
        if (media.Count is < 2 or > 10)
            throw new BotApiError(400, "Bad Request: media group must have 2 to 10 items");
        var group = Guid.NewGuid().ToString("n");
        return [.. media.Select(one => Chats.SendFile(
            call, (string)one!["type"]!, call.Files[((string)one["media"]!)["attach://".Length..]], (string?)one["caption"], group))];
    }

    private JsonObject FileNamed(string id)
    {
        if (!_files.TryGetValue(id, out var content))
            throw new BotApiError(400, "Bad Request: invalid file_id");
        return content.Length > 20 * 1024 * 1024
            ? throw new BotApiError(400, "Bad Request: file is too big")
            : new JsonObject { ["file_id"] = id, ["file_size"] = content.Length, ["file_path"] = $"files/{id}.bin" };
    }

    private async Task FileAsync(HttpContext context, string token, string path)
    {
        if (token == AcceptedToken && _files.TryGetValue(Path.GetFileNameWithoutExtension(path), out var content))
            await context.Response.Body.WriteAsync(content);
        else
            context.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private static JsonObject ErrorOf(BotApiError error)
    {
        var answer = new JsonObject { ["ok"] = false, ["error_code"] = error.Code, ["description"] = error.Message };
        if (error.RetryAfter is { } seconds)
            answer["parameters"] = new JsonObject { ["retry_after"] = seconds };
        if (error.MigrateTo is { } chat)
            answer["parameters"] = new JsonObject { ["migrate_to_chat_id"] = chat };
        return answer;
    }

    private static Task AnswerAsync(HttpContext context, int status, JsonObject answer)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(answer.ToJsonString());
    }
}
