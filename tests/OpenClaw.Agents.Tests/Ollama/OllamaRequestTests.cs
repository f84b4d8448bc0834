using System.Text.Json;
using OpenClaw.Agents.Tests.Conformance;
using OpenClaw.Agents.Tests.OpenAI;
using OpenClaw.Agents.Tests.TestKit;
using OpenClaw.Content;

namespace OpenClaw.Agents.Tests.Ollama;

public sealed class OllamaRequestTests
{
    private static readonly OllamaDialect Dialect = new();

    [Fact]
    public async Task A_request_has_the_native_form()
    {
        var model = Far.WithModel(new ModelInfo { Id = "m-1" }, """ "contextWindow":4096,"params":{"keep_alive":"10m","top_k":5} """);
        await using var far = await Far.StartAsync(Dialect, null, model, Dialect.Hello());

        await far.Provider.AskAsync(Far.Question with
        {
            SystemPrompt = "Be kind.",
            MaxOutputTokens = 100,
            Thinking = ThinkingLevel.Low,
            Messages =
            [
                ModelMessage.User("weather?"),
                new ModelMessage(ModelRole.Assistant, [new ToolCallPart("c1", "weather", JsonElement.Parse("""{"city":"Oslo"}"""))]),
                new ModelMessage(ModelRole.Tool, [new ToolResultPart("c1", "weather", [new TextPart("rain")], IsError: false)]),
            ],
        });

        Assert.Equal("/api/chat", far.Server.LastRequest.Path);
        Assert.Equal(
            """{"model":"m-1","messages":[{"role":"system","content":"Be kind."},{"role":"user","content":"weather?"},{"role":"assistant","content":"","tool_calls":[{"function":{"name":"weather","arguments":{"city":"Oslo"}}}]},{"role":"tool","tool_name":"weather","content":"rain"}],"think":true,"stream":true,"options":{"top_k":5,"num_ctx":4096,"num_predict":100},"keep_alive":"10m"}""",
            far.Server.LastRequest.Body.GetRawText());
    }

    [Fact]
    public async Task A_model_that_cannot_think_is_asked_without_it()
    {
        await using var far = await Far.StartAsync(Dialect, Replies.Status(400, """{"error":"\"m-1\" does not support thinking"}"""), Dialect.Hello());

        Assert.Equal("Hello", (await far.Provider.AskAsync(Far.Question with { Thinking = ThinkingLevel.High })).Text());

        Assert.Equal([true, false], far.Server.Requests.Select(static sent => sent.Has("think")));
    }

    [Fact]
    public async Task A_window_that_nobody_wrote_down_is_not_asked_for()
    {
        await using var far = await Far.StartAsync(Dialect, Dialect.Hello());

        await far.Provider.AskAsync(Far.Question);

        Assert.Equal("{}", far.Server.LastRequest.Body.GetProperty("options").GetRawText());
    }

    [Fact]
    public async Task Installed_models_are_listed()
    {
        await using var far = await Far.StartAsync(Dialect, Replies.Json("""{"models":[{"name":"llama3:8b","size":1},{"name":"llama3:8b"},{"name":""}]}"""));

        Assert.Equal("llama3:8b", Assert.Single(await far.Provider.ListModelsAsync(CancellationToken.None)).Id);
    }

    [Fact]
    public async Task Texts_become_vectors()
    {
        await using var far = await Far.StartAsync(Dialect, Replies.Json("""{"embeddings":[[1,2],[3,4]],"prompt_eval_count":5}"""));

        var result = await ((IEmbeddingProvider)far.Provider).EmbedAsync("e", ["a", "b"], null, CancellationToken.None);

        Assert.Equal([3f, 4f], result.Vectors[1].ToArray());
        Assert.Equal(5, result.Usage.InputTokens);
        Assert.Equal("/api/embed", far.Server.LastRequest.Path);
    }
}
