using Microsoft.AspNetCore.Http;
using OpenClaw.Agents.Ollama;
using OpenClaw.Plugins;

namespace OpenClaw.Agents.Tests.Conformance;

internal sealed record OllamaDialect() : Dialect("ollama")
{
    public override IPlugin CreatePlugin() => new OllamaPlugin();

    public override string[] Text(params string[] pieces) =>
        [.. pieces.Select(static piece => $$$"""{"model":"m","message":{"role":"assistant","content":"{{{piece}}}"},"done":false}""")];

    public override string[] End => [EndWith("stop")];

    public override string[] Calls(params (string Name, string Arguments)[] calls) =>
    [
        .. calls.Select(static call =>
            $$$$"""{"model":"m","message":{"role":"assistant","content":"","tool_calls":[{"function":{"name":"{{{{call.Name}}}}","arguments":{{{{(call.Arguments.EndsWith('}') ? call.Arguments : Json.Text(call.Arguments))}}}}}}]},"done":false}"""),
        .. End,
    ];

    public override string[] Thought(string text) => [$$$"""{"message":{"role":"assistant","content":"","thinking":"{{{text}}}"},"done":false}"""];

    public override string[] EndAtLimit => [EndWith("length")];

    public override string ErrorInStream => """{"error":"model runner has unexpectedly stopped, this may be due to an internal error"}""";

    public override string Whole(string text) =>
        $$$"""{"model":"m","message":{"role":"assistant","content":"{{{text}}}"},"done":true,"done_reason":"stop","prompt_eval_count":10,"eval_count":4}""";

    public override (int, string) Overflow => (400, """{"error":"input is too long: it exceeds the context length"}""");

    public override (int, string) Filter => (400, """{"error":"blocked by moderation"}""");

    public override Func<HttpContext, Task> Send(params string[] events) => async context =>
    {
        context.Response.ContentType = "application/x-ndjson";
        foreach (var line in events)
        {
            await context.Response.WriteAsync($"{line}\n");
            await context.Response.Body.FlushAsync();
        }
    };

    public override Func<HttpContext, Task> SendThenSilence(TaskCompletionSource hungUp, params string[] events) => async context =>
    {
        if (events.Length > 0)
            await Send(events)(context);
        using var registration = context.RequestAborted.Register(() => hungUp.TrySetResult());
        await hungUp.Task;
    };

    private static string EndWith(string reason) =>
        $$$"""{"model":"m","message":{"role":"assistant","content":""},"done":true,"done_reason":"{{{reason}}}","prompt_eval_count":10,"eval_count":4}""";
}
