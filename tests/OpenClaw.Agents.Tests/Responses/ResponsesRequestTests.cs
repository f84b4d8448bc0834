using OpenClaw.Agents.Tests.Conformance;
using OpenClaw.Agents.Tests.OpenAI;
using OpenClaw.Agents.Tests.TestKit;
using OpenClaw.Content;

namespace OpenClaw.Agents.Tests.Responses;

public sealed class ResponsesRequestTests
{
    private const string SealedThought =
        """{"type":"response.output_item.done","output_index":0,"item":{"type":"reasoning","id":"rs_1","summary":[],"encrypted_content":"gAAA:1"}}""";

    private static readonly ResponsesDialect Dialect = new();

    [Fact]
    public async Task A_request_has_the_form_of_the_responses_api()
    {
        await using var far = await Far.StartAsync(Dialect, Dialect.Hello());

        await far.Provider.AskAsync(Far.Question with { SystemPrompt = "Be kind.", MaxOutputTokens = 100, Thinking = ThinkingLevel.Low });

        Assert.Equal("/v1/responses", far.Server.LastRequest.Path);
        Assert.Equal($"Bearer {Far.ApiKey}", far.Server.LastRequest.Headers["Authorization"]);
        Assert.Equal(
            """{"model":"m-1","input":[{"type":"message","role":"developer","content":[{"type":"input_text","text":"Be kind."}]},{"type":"message","role":"user","content":[{"type":"input_text","text":"hello"}]}],"max_output_tokens":100,"reasoning":{"effort":"low","summary":"auto"},"include":["reasoning.encrypted_content"],"stream":true,"store":false}""",
            far.Server.LastRequest.Body.GetRawText());
    }

    [Fact]
    public async Task Sealed_thoughts_and_calls_go_back_as_items()
    {
        await using var far = await Far.StartAsync(
            Dialect, Dialect.Send([.. Dialect.Thought("hmm"), SealedThought, .. Dialect.Calls(("t", """{"a":1}"""))]), Dialect.Hello());
        var first = await far.Provider.AskAsync(Far.Question);
        var thought = Assert.Single(first.OfType<ThinkingDelta>(), static update => update.Signature is not null);

        await far.Provider.AskAsync(Far.Question with
        {
            Messages =
            [
                ModelMessage.User("hello"),
                new ModelMessage(ModelRole.Assistant, [new ThinkingPart("hmm", thought.Signature), new ThinkingPart("foreign", "sig"), first.Calls()[0]]),
                new ModelMessage(ModelRole.Tool, [new ToolResultPart("c0", "t", [new TextPart("done")], IsError: false)]),
            ],
        });

        Assert.Equal(
            """{"type":"reasoning","id":"rs_1","summary":[{"type":"summary_text","text":"hmm"}],"encrypted_content":"gAAA:1"},{"type":"function_call","call_id":"c0","name":"t","arguments":"{\"a\":1}"},{"type":"function_call_output","call_id":"c0","output":"done"}""",
            string.Join(',', far.Server.LastRequest.Body.GetProperty("input").EnumerateArray().Skip(1).Select(static item => item.GetRawText())));
    }

    [Fact]
    public async Task An_answer_that_was_filtered_is_no_answer()
    {
        await using var far = await Far.StartAsync(Dialect, Dialect.Send(
        [
            .. Dialect.Text("hi"),
            """{"type":"response.incomplete","response":{"id":"r","status":"incomplete","incomplete_details":{"reason":"content_filter"}}}""",
        ]));

        Assert.Equal(ModelFailure.ContentFiltered, (await far.Provider.FailAsync(Far.Question)).Failure.Failure);
    }

    [Fact]
    public async Task A_refusal_is_said_and_named()
    {
        await using var far = await Far.StartAsync(Dialect, Dialect.Send(["""{"type":"response.refusal.delta","delta":"I will not."}""", .. Dialect.End]));

        var updates = await far.Provider.AskAsync(Far.Question);

        Assert.Equal(("I will not.", ModelStopReason.Refused), (updates.Text(), updates.StopReason()));
    }

    [Fact]
    public async Task A_model_that_cannot_reason_is_asked_without_it()
    {
        await using var far = await Far.StartAsync(
            Dialect,
            Replies.Status(400, """{"error":{"message":"Encrypted content is not supported with this model.","param":"include"}}"""),
            Replies.Status(400, """{"error":{"message":"Unsupported parameter: 'reasoning.effort'"}}"""),
            Dialect.Hello());

        Assert.Equal("Hello", (await far.Provider.AskAsync(Far.Question with { Thinking = ThinkingLevel.Low })).Text());

        Assert.Equal([true, false, false], far.Server.Requests.Select(static sent => sent.Has("include")));
        Assert.Equal([true, true, false], far.Server.Requests.Select(static sent => sent.Has("reasoning")));
    }
}
