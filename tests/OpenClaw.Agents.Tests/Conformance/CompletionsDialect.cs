using OpenClaw.Agents.OpenAI;
using OpenClaw.Agents.Tests.OpenAI;
using OpenClaw.Plugins;

namespace OpenClaw.Agents.Tests.Conformance;

internal sealed record CompletionsDialect() : Dialect("openai-completions")
{
    public override IPlugin CreatePlugin() => new OpenAiPlugin();

    public override string[] Text(params string[] pieces) => [.. pieces.Select(Replies.Text)];

    public override string[] End =>
        [Replies.Finish, """{"choices":[],"usage":{"prompt_tokens":10,"completion_tokens":4}}""", Replies.Done];

    public override string[] Calls(params (string Name, string Arguments)[] calls) =>
    [
        .. calls.SelectMany(static (call, index) => new[]
        {
            Replies.Delta($$$"""{"tool_calls":[{"index":{{{index}}},"id":"c{{{index}}}","function":{"name":"{{{call.Name}}}","arguments":""}}]}"""),
            Replies.Delta($$$"""{"tool_calls":[{"index":{{{index}}},"function":{"arguments":{{{Json.Text(call.Arguments)}}}}}]}"""),
        }),
        Replies.FinishTools,
        Replies.Done,
    ];

    public override string[] Thought(string text) => [Replies.Delta($$"""{"reasoning_content":"{{text}}"}""")];

    public override string[] EndAtLimit => ["""{"choices":[{"index":0,"delta":{},"finish_reason":"length"}]}""", Replies.Done];

    public override string ErrorInStream => """{"error":{"message":"busy","type":"overloaded_error"}}""";

    public override string Whole(string text) => $$"""{"id":"r","choices":[{"index":0,"message":{"content":"{{text}}"},"finish_reason":"stop"}]}""";

    public override (int, string) Overflow => (400, """{"error":{"message":"maximum context length is 8192","code":"context_length_exceeded"}}""");

    public override (int, string) Filter => (400, """{"error":{"message":"blocked","code":"content_filter"}}""");
}
