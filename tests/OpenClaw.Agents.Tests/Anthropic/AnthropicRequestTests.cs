using System.Text.Json;
using OpenClaw.Agents.Tests.Conformance;
using OpenClaw.Agents.Tests.OpenAI;
using OpenClaw.Agents.Tests.TestKit;
using OpenClaw.Content;

namespace OpenClaw.Agents.Tests.Anthropic;

public sealed class AnthropicRequestTests
{
    private static readonly AnthropicDialect Dialect = new();

    [Fact]
    public async Task The_key_the_version_and_the_cache_marks_are_sent()
    {
        await using var far = await Far.StartAsync(Dialect, Dialect.Hello());

        await far.Provider.AskAsync(Far.Question with { SystemPrompt = "Be kind.", MaxOutputTokens = 100 });

        var request = far.Server.LastRequest;
        Assert.Equal("/v1/messages", request.Path);
        Assert.Equal((Far.ApiKey, "2023-06-01"), (request.Headers["x-api-key"], request.Headers["anthropic-version"]));
        Assert.False(request.Headers.ContainsKey("Authorization"));
        Assert.Equal(
            """{"model":"m-1","max_tokens":100,"stream":true,"system":[{"type":"text","text":"Be kind.","cache_control":{"type":"ephemeral"}}],"messages":[{"role":"user","content":[{"type":"text","text":"hello","cache_control":{"type":"ephemeral"}}]}]}""",
            request.Body.GetRawText());
    }

    [Fact]
    public async Task The_part_of_the_prompt_that_changes_stands_behind_the_cache_mark()
    {
        await using var far = await Far.StartAsync(Dialect, Dialect.Hello());

        await far.Provider.AskAsync(Far.Question with { SystemPrompt = "Be kind.\nIt is noon.", StablePromptLength = 9 });

        Assert.Equal(
            """[{"type":"text","text":"Be kind.\n","cache_control":{"type":"ephemeral"}},{"type":"text","text":"It is noon."}]""",
            far.Server.LastRequest.Body.GetProperty("system").GetRawText());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(8)]
    [InlineData(100)]
    public async Task A_prompt_without_a_part_that_changes_is_one_block(int stable)
    {
        await using var far = await Far.StartAsync(Dialect, Dialect.Hello());

        await far.Provider.AskAsync(Far.Question with { SystemPrompt = "Be kind.", StablePromptLength = stable });

        Assert.Equal(
            """[{"type":"text","text":"Be kind.","cache_control":{"type":"ephemeral"}}]""",
            far.Server.LastRequest.Body.GetProperty("system").GetRawText());
    }

    [Fact]
    public async Task A_token_goes_as_a_bearer_where_the_entry_says_so()
    {
        await using var far = await Far.StartAsync(
            Dialect, null, static settings => settings with { Raw = JsonElement.Parse("""{"auth":"token"}""") }, Dialect.Hello());

        await far.Provider.AskAsync(Far.Question);

        Assert.Equal($"Bearer {Far.ApiKey}", far.Server.LastRequest.Headers["Authorization"]);
        Assert.False(far.Server.LastRequest.Headers.ContainsKey("x-api-key"));
    }

    [Theory]
    [InlineData(ThinkingLevel.Minimal, 1024)]
    [InlineData(ThinkingLevel.Low, 2048)]
    [InlineData(ThinkingLevel.Medium, 8192)]
    [InlineData(ThinkingLevel.High, 16_384)]
    [InlineData(ThinkingLevel.Max, 32_768)]
    public async Task Levels_of_thinking_are_budgets_inside_the_limit(ThinkingLevel level, int budget)
    {
        await using var far = await Far.StartAsync(Dialect, Dialect.Hello());

        await far.Provider.AskAsync(Far.Question with { Thinking = level, Temperature = 0.5 });

        var body = far.Server.LastRequest.Body;
        Assert.Equal(budget, body.GetProperty("thinking").GetProperty("budget_tokens").GetInt32());
        Assert.True(body.GetProperty("max_tokens").GetInt32() > budget);
        Assert.False(body.TryGetProperty("temperature", out _));
    }

    [Fact]
    public async Task A_model_that_cannot_think_is_asked_without_it_from_then_on()
    {
        await using var far = await Far.StartAsync(
            Dialect,
            Replies.Status(400, """{"type":"error","error":{"type":"invalid_request_error","message":"thinking: not supported by this model"}}"""),
            Dialect.Hello(),
            Dialect.Hello());
        var request = Far.Question with { Thinking = ThinkingLevel.Low };

        Assert.Equal("Hello", (await far.Provider.AskAsync(request)).Text());
        await far.Provider.AskAsync(request);

        Assert.Equal([true, false, false], far.Server.Requests.Select(static sent => sent.Has("thinking")));
    }

    [Fact]
    public async Task Sealed_thoughts_go_back_with_the_calls_they_led_to()
    {
        await using var far = await Far.StartAsync(Dialect, Dialect.Send([.. Dialect.Thought("hmm"), .. Dialect.Calls(("t", "{}"))]), Dialect.Hello());
        var first = await far.Provider.AskAsync(Far.Question with { Thinking = ThinkingLevel.Low });
        var thought = Assert.Single(first.OfType<ThinkingDelta>(), static update => update.Signature is not null);
        var call = Assert.Single(first.Calls());

        await far.Provider.AskAsync(Far.Question with
        {
            Thinking = ThinkingLevel.Low,
            Messages =
            [
                ModelMessage.User("hello"),
                new ModelMessage(ModelRole.Assistant, [new ThinkingPart("hmm", thought.Signature), new ThinkingPart("", "redacted:xyz"), new TextPart("  "), call]),
                new ModelMessage(ModelRole.Tool, [new ToolResultPart(call.CallId, "t", [new TextPart("done")], IsError: true)]),
                ModelMessage.User("and?"),
            ],
        });

        Assert.Equal(
            """[{"role":"user","content":[{"type":"text","text":"hello"}]},{"role":"assistant","content":[{"type":"thinking","thinking":"hmm","signature":"sig"},{"type":"redacted_thinking","data":"xyz"},{"type":"tool_use","id":"toolu_0","name":"t","input":{}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"toolu_0","is_error":true,"content":[{"type":"text","text":"done"}]},{"type":"text","text":"and?","cache_control":{"type":"ephemeral"}}]}]""",
            far.Server.LastRequest.Body.GetProperty("messages").GetRawText());
    }

    [Fact]
    public async Task Models_are_listed_where_none_are_configured()
    {
        await using var far = await Far.StartAsync(Dialect, Replies.Json("""{"data":[{"type":"model","id":"claude-x","display_name":"Claude X"}],"has_more":false}"""));

        var model = Assert.Single(await far.Provider.ListModelsAsync(CancellationToken.None));

        Assert.Equal(("claude-x", "Claude X"), (model.Id, model.Name));
    }
}
