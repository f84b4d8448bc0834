using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using OpenClaw.Agents.Tests.Conformance;
using OpenClaw.Agents.Tests.OpenAI;
using OpenClaw.Testing;

namespace OpenClaw.Agents.Tests.Contract;

/// <summary>A far end that speaks one wire format, for the suite that every provider plugin inherits.</summary>
internal sealed class DialectFarEnd : ProviderFarEnd
{
    private readonly Dialect _dialect;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _replies = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private FakeChatCompletions _server = null!;

    private DialectFarEnd(Dialect dialect) => _dialect = dialect;

    public override AgentProviderSettings Settings => new() { Id = "far", BaseUrl = _server.BaseUrl, ApiKey = FarEnd.ApiKey };

    public static async Task<DialectFarEnd> StartAsync(Dialect dialect)
    {
        var far = new DialectFarEnd(dialect);
        far._server = await FakeChatCompletions.StartAsync([.. Enumerable.Repeat<Func<HttpContext, Task>>(far.ReplyAsync, 16)]);
        return far;
    }

    public override void AnswerNext(string text) => _replies.Enqueue(_dialect.Send([.. _dialect.Text(text), .. _dialect.End]));

    public override void RefuseNext() => _replies.Enqueue(Replies.Status(401, """{"error":{"message":"no","type":"authentication_error"}}"""));

    public override void StallNext(string text) => _replies.Enqueue(_dialect.SendThenSilence(_ended, _dialect.Text(text)));

    public override async ValueTask DisposeAsync()
    {
        _ended.TrySetResult();
        await _server.DisposeAsync();
    }

    private Task ReplyAsync(HttpContext context) => _replies.TryDequeue(out var reply) ? reply(context) : Task.CompletedTask;
}
