using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OpenClaw.Agents.Tests.OpenAI;

/// <summary>A far end on real sockets that answers each request with the next reply it was given.</summary>
internal sealed class FakeChatCompletions : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _replies = new();
    private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private FakeChatCompletions(WebApplication app) => _app = app;

    public ConcurrentQueue<RecordedRequest> Requests { get; } = new();

    /// <summary>Ends when the first request has arrived.</summary>
    public Task Arrived => _arrived.Task;

    public Uri BaseUrl => new($"{_app.Urls.First()}/v1");

    public RecordedRequest LastRequest => Requests.Last();

    public static async Task<FakeChatCompletions> StartAsync(params Func<HttpContext, Task>[] replies)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var far = new FakeChatCompletions(builder.Build());
        foreach (var reply in replies)
            far._replies.Enqueue(reply);
        far._app.Run(far.AnswerAsync);
        await far._app.StartAsync();
        return far;
    }

    public async ValueTask DisposeAsync()
    {
        using var impatient = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await _app.StopAsync(impatient.Token);
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        Requests.Enqueue(await RecordedRequest.ReadAsync(context.Request));
        _arrived.TrySetResult();
        if (_replies.TryDequeue(out var reply))
            await reply(context);
        else
            context.Response.StatusCode = StatusCodes.Status418ImATeapot;
    }
}
