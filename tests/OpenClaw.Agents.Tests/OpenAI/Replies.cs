using Microsoft.AspNetCore.Http;

namespace OpenClaw.Agents.Tests.OpenAI;

/// <summary>Replies a far end can give, good ones and others.</summary>
internal static class Replies
{
    public const string Finish = """{"id":"resp-1","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}""";
    public const string FinishTools = """{"choices":[{"index":0,"delta":{},"finish_reason":"tool_calls"}]}""";
    public const string Usage = """{"choices":[],"usage":{"prompt_tokens":10,"completion_tokens":4,"prompt_tokens_details":{"cached_tokens":6}}}""";
    public const string Done = "[DONE]";

    public static string Text(string text) => Delta($$"""{"content":"{{text}}"}""");

    public static string Delta(string members) => $$$"""{"choices":[{"index":0,"delta":{{{members}}}}]}""";

    public static Func<HttpContext, Task> Hello() => Events(Text("Hel"), Text("lo"), Finish, Usage, Done);

    /// <summary>Sends each text as an event, then ends the body in good order.</summary>
    public static Func<HttpContext, Task> Events(params string[] events) => async context =>
    {
        context.Response.ContentType = "text/event-stream";
        foreach (var text in events)
            await SendAsync(context, text);
    };

    /// <summary>Sends the events, waits for the test, then resets the connection.</summary>
    public static Func<HttpContext, Task> EventsThenReset(Task reset, params string[] events) => async context =>
    {
        await Events(events)(context);
        await reset.WaitAsync(context.RequestAborted);
        context.Abort();
    };

    /// <summary>Sends the events, then says nothing more until the other side hangs up.</summary>
    public static Func<HttpContext, Task> EventsThenSilence(TaskCompletionSource hungUp, params string[] events) => async context =>
    {
        if (events.Length > 0)
            await Events(events)(context);
        using var registration = context.RequestAborted.Register(() => hungUp.TrySetResult());
        await hungUp.Task;
    };

    public static Func<HttpContext, Task> Status(int status, string body, params (string Name, string Value)[] headers) => async context =>
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers)
            context.Response.Headers[name] = value;
        await context.Response.WriteAsync(body);
    };

    public static Func<HttpContext, Task> Json(string body) => async context =>
    {
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body);
    };

    private static async Task SendAsync(HttpContext context, string text)
    {
        await context.Response.WriteAsync($"data: {text}\n\n");
        await context.Response.Body.FlushAsync();
    }
}
