using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using OpenClaw.Agents;
using OpenClaw.Testing;

namespace MyPlugin.Tests;

/// <summary>The service, played by the tests on a real socket.</summary>
internal sealed class PlainTextFarEnd : ProviderFarEnd
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _replies = new();

    private PlainTextFarEnd(WebApplication app) => _app = app;

    public override AgentProviderSettings Settings => new() { Id = "far", BaseUrl = new Uri(_app.Urls.First()), ApiKey = "key-1" };

    public static async Task<PlainTextFarEnd> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var far = new PlainTextFarEnd(builder.Build());
        far._app.Run(context => far._replies.TryDequeue(out var reply) ? reply(context) : Task.CompletedTask);
        await far._app.StartAsync();
        return far;
    }

    public override void AnswerNext(string text) => _replies.Enqueue(context => context.Response.WriteAsync(text));

    public override void RefuseNext() => _replies.Enqueue(static context =>
    {
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    });

    public override void StallNext(string text) => _replies.Enqueue(async context =>
    {
        await context.Response.WriteAsync(text);
        await context.Response.Body.FlushAsync();
        await Task.Delay(Timeout.Infinite, context.RequestAborted);
    });

    public override ValueTask DisposeAsync() => _app.DisposeAsync();
}
