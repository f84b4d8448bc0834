using OpenClaw.Agents.OpenAI;
using OpenClaw.Plugins;

namespace OpenClaw.Agents.Tests.Conformance;

internal sealed record ResponsesDialect() : Dialect("openai-responses")
{
    private const string Usage = """{"input_tokens":10,"input_tokens_details":{"cached_tokens":0},"output_tokens":4,"total_tokens":14}""";

    public override IPlugin CreatePlugin() => new OpenAiPlugin();

    public override string[] Text(params string[] pieces) =>
    [
        """{"type":"response.created","response":{"id":"resp_1","status":"in_progress"}}""",
        """{"type":"response.output_item.added","output_index":0,"item":{"type":"message","id":"msg_1"}}""",
        .. pieces.Select(static piece => $$"""{"type":"response.output_text.delta","item_id":"msg_1","output_index":0,"delta":"{{piece}}"}"""),
    ];

    public override string[] End => [$$$"""{"type":"response.completed","response":{"id":"resp_1","status":"completed","usage":{{{Usage}}}}}"""];

    public override string[] Calls(params (string Name, string Arguments)[] calls) =>
    [
        .. calls.SelectMany(static (call, index) => new[]
        {
            $$$"""{"type":"response.output_item.added","output_index":{{{index}}},"item":{"type":"function_call","id":"fc_{{{index}}}","call_id":"c{{{index}}}","name":"{{{call.Name}}}","arguments":""}}""",
            $$$"""{"type":"response.function_call_arguments.delta","item_id":"fc_{{{index}}}","output_index":{{{index}}},"delta":{{{Json.Text(call.Arguments)}}}}""",
            $$$"""{"type":"response.output_item.done","output_index":{{{index}}},"item":{"type":"function_call","id":"fc_{{{index}}}","call_id":"c{{{index}}}","name":"{{{call.Name}}}","arguments":{{{Json.Text(call.Arguments)}}}}}""",
        }),
        .. End,
    ];

    public override string[] Thought(string text) => [$$"""{"type":"response.reasoning_summary_text.delta","item_id":"rs_1","delta":"{{text}}"}"""];

    public override string[] EndAtLimit =>
        ["""{"type":"response.incomplete","response":{"id":"resp_1","status":"incomplete","incomplete_details":{"reason":"max_output_tokens"}}}"""];

    public override string ErrorInStream =>
        """{"type":"response.failed","response":{"id":"resp_1","status":"failed","error":{"code":"server_error","message":"The server had an error"}}}""";

    public override string Whole(string text) =>
        $$$"""{"id":"resp_1","object":"response","status":"completed","output":[{"type":"message","content":[{"type":"output_text","text":"{{{text}}}"}]}],"usage":{{{Usage}}}}""";

    public override (int, string) Overflow =>
        (400, """{"error":{"message":"Your input exceeds the context window of this model.","type":"invalid_request_error","code":"context_length_exceeded"}}""");

    public override (int, string) Filter => (400, """{"error":{"message":"The prompt was flagged.","code":"content_filter"}}""");
}
