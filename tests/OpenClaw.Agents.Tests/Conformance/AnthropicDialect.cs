using OpenClaw.Agents.Anthropic;
using OpenClaw.Plugins;

namespace OpenClaw.Agents.Tests.Conformance;

internal sealed record AnthropicDialect() : Dialect("anthropic-messages")
{
    private const string Start =
        """{"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant","content":[],"stop_reason":null,"usage":{"input_tokens":10,"cache_read_input_tokens":0,"output_tokens":1}}}""";

    public override IPlugin CreatePlugin() => new AnthropicPlugin();

    public override string[] Text(params string[] pieces) =>
    [
        Start,
        """{"type":"ping"}""",
        """{"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}""",
        .. pieces.Select(static piece => $$$"""{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"{{{piece}}}"}}"""),
    ];

    public override string[] End => ["""{"type":"content_block_stop","index":0}""", .. EndWith("end_turn")];

    public override string[] Calls(params (string Name, string Arguments)[] calls) =>
    [
        Start,
        .. calls.SelectMany(static (call, index) => new[]
        {
            $$$$"""{"type":"content_block_start","index":{{{{index}}}},"content_block":{"type":"tool_use","id":"toolu_{{{{index}}}}","name":"{{{{call.Name}}}}","input":{}}}""",
            $$$"""{"type":"content_block_delta","index":{{{index}}},"delta":{"type":"input_json_delta","partial_json":""}}""",
            $$$"""{"type":"content_block_delta","index":{{{index}}},"delta":{"type":"input_json_delta","partial_json":{{{Json.Text(call.Arguments)}}}}}""",
            $$"""{"type":"content_block_stop","index":{{index}}}""",
        }),
        .. EndWith("tool_use"),
    ];

    public override string[] Thought(string text) =>
    [
        Start,
        """{"type":"content_block_start","index":7,"content_block":{"type":"thinking","thinking":"","signature":""}}""",
        $$$"""{"type":"content_block_delta","index":7,"delta":{"type":"thinking_delta","thinking":"{{{text}}}"}}""",
        """{"type":"content_block_delta","index":7,"delta":{"type":"signature_delta","signature":"sig"}}""",
        """{"type":"content_block_stop","index":7}""",
    ];

    public override string[] EndAtLimit => EndWith("max_tokens");

    public override string ErrorInStream => """{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}""";

    public override string Whole(string text) =>
        $$$"""{"id":"msg_1","type":"message","role":"assistant","content":[{"type":"text","text":"{{{text}}}"}],"stop_reason":"end_turn","usage":{"input_tokens":10,"output_tokens":4}}""";

    public override (int, string) Overflow =>
        (400, """{"type":"error","error":{"type":"invalid_request_error","message":"prompt is too long: 208310 tokens > 200000 maximum"}}""");

    public override (int, string) Filter =>
        (400, """{"type":"error","error":{"type":"invalid_request_error","message":"Output blocked by content filtering policy"}}""");

    private static string[] EndWith(string reason) =>
    [
        $$$"""{"type":"message_delta","delta":{"stop_reason":"{{{reason}}}","stop_sequence":null},"usage":{"output_tokens":4}}""",
        """{"type":"message_stop"}""",
    ];
}
