using System.Text.Json;
using OpenClaw.Agents.Tests.TestKit;
using OpenClaw.Content;
using OpenClaw.Tools;

namespace OpenClaw.Agents.Tests.OpenAI;

public sealed class RequestTests
{
    [Fact]
    public async Task The_plain_question_has_the_plain_form()
    {
        var request = await SentAsync(FarEnd.Question with { SystemPrompt = "be brief", MaxOutputTokens = 50, Temperature = 0.5 });

        Assert.Equal("POST", request.Method);
        Assert.Equal("/v1/chat/completions", request.Path);
        Assert.Equal($"Bearer {FarEnd.ApiKey}", request.Headers["Authorization"]);
        Assert.Equal("application/json", request.Headers["Content-Type"]);
        Assert.Equal(
            """{"model":"m-1","messages":[{"role":"system","content":"be brief"},{"role":"user","content":"hello"}],"max_completion_tokens":50,"temperature":0.5,"stream":true,"stream_options":{"include_usage":true}}""",
            request.Body.GetRawText());
    }

    [Fact]
    public async Task Calls_and_results_keep_their_pairs()
    {
        var request = await SentAsync(FarEnd.Question with
        {
            Messages =
            [
                ModelMessage.User("read both"),
                new ModelMessage(ModelRole.Assistant,
                [
                    new ThinkingPart("hm"),
                    new ToolCallPart("a", "read", JsonElement.Parse("""{"path":"x"}""")),
                    new ToolCallPart("b", "read", JsonElement.Parse("\"{ broken\"")),
                ]),
                new ModelMessage(ModelRole.Tool, [new ToolResultPart("a", "read", [new TextPart("one")])]),
                new ModelMessage(ModelRole.Tool, [new ToolResultPart("b", "read", [new TextPart("no")], IsError: true)]),
            ],
        });

        Assert.Equal(
            """[{"role":"user","content":"read both"},{"role":"assistant","content":null,"tool_calls":[{"id":"a","type":"function","function":{"name":"read","arguments":"{\"path\":\"x\"}"}},{"id":"b","type":"function","function":{"name":"read","arguments":"{ broken"}}]},{"role":"tool","tool_call_id":"a","content":"one"},{"role":"tool","tool_call_id":"b","content":"no"}]""",
            request.Body.GetProperty("messages").GetRawText());
    }

    [Fact]
    public async Task Tools_are_described_and_the_choice_is_named()
    {
        var tool = new ToolDescriptor { Name = "read", Description = "Reads.", Parameters = JsonElement.Parse("""{"type":"object"}""") };

        var request = await SentAsync(FarEnd.Question with { Tools = [tool], ToolChoice = ToolChoice.Named("read") });

        Assert.Equal(
            """[{"type":"function","function":{"name":"read","description":"Reads.","parameters":{"type":"object"}}}]""",
            request.Body.GetProperty("tools").GetRawText());
        Assert.Equal("""{"type":"function","function":{"name":"read"}}""", request.Body.GetProperty("tool_choice").GetRawText());
    }

    [Fact]
    public async Task A_choice_without_tools_is_not_sent() => Assert.False((await SentAsync(FarEnd.Question)).Has("tool_choice"));

    [Fact]
    public async Task Images_travel_as_data_and_other_files_as_a_note()
    {
        var bytes = Enumerable.Range(0, 100_001).Select(i => (byte)i).ToArray();
        var request = await SentAsync(FarEnd.Question with
        {
            Messages =
            [
                new ModelMessage(ModelRole.User,
                [
                    new TextPart("look"),
                    new MediaPart(Media.FromBytes("image/png", bytes)),
                    new MediaPart(Media.FromBytes("application/pdf", bytes, "a.pdf")),
                    new MediaPart(new Media("image/gif", _ => throw new FileNotFoundException()) { FileName = "gone.gif" }),
                ]),
            ],
        });

        var content = request.Body.GetProperty("messages")[0].GetProperty("content");
        Assert.Equal("look", content[0].GetProperty("text").GetString());
        Assert.Equal($"data:image/png;base64,{Convert.ToBase64String(bytes)}", content[1].GetProperty("image_url").GetProperty("url").GetString());
        Assert.Contains("a.pdf", content[2].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains("gone.gif", content[3].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Images_of_tools_follow_behind_all_results()
    {
        var image = new MediaPart(Media.FromBytes("image/png", new byte[] { 1, 2, 3 }));
        var request = await SentAsync(FarEnd.Question with
        {
            Messages =
            [
                ModelMessage.User("shoot"),
                new ModelMessage(ModelRole.Tool, [new ToolResultPart("a", "shot", [new TextPart("done"), image]), new ToolResultPart("b", "shot", [image])]),
            ],
        });

        var roles = request.Body.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("role").GetString());
        Assert.Equal(["user", "tool", "tool", "user"], roles);
    }

    [Fact]
    public async Task A_model_without_eyes_is_told_of_the_image()
    {
        var request = await SentAsync(
            FarEnd.Question with { Messages = [new ModelMessage(ModelRole.User, [new MediaPart(Media.FromBytes("image/png", new byte[] { 1 }))])] },
            FarEnd.WithModel(new ModelInfo { Id = "m-1" }, "\"name\":\"M\""));

        Assert.DoesNotContain("base64", request.Body.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_surrogate_is_mended_instead_of_failing()
    {
        var request = await SentAsync(FarEnd.Question with { Messages = [ModelMessage.User("a\ud83d")] });

        Assert.Equal("a\ufffd", request.Body.GetProperty("messages")[0].GetProperty("content").GetString());
    }

    [Theory]
    [InlineData(ThinkingLevel.Minimal, "minimal")]
    [InlineData(ThinkingLevel.High, "high")]
    [InlineData(ThinkingLevel.Max, "high")]
    public async Task Thinking_becomes_an_effort(ThinkingLevel level, string effort) =>
        Assert.Equal(effort, (await SentAsync(FarEnd.Question with { Thinking = level })).Body.GetProperty("reasoning_effort").GetString());

    [Fact]
    public async Task The_ways_of_a_model_are_taken_from_its_entry()
    {
        const string Entry = """
            "headers":{"X-Lane":"fast"},"compat":{"maxTokensField":"max_tokens","supportsUsageInStreaming":false,"supportsDeveloperRole":true,"reasoningEffortMap":{"max":"xhigh"}}
            """;
        var request = await SentAsync(
            FarEnd.Question with { SystemPrompt = "s", MaxOutputTokens = 9, Thinking = ThinkingLevel.Max },
            FarEnd.WithModel(new ModelInfo { Id = "m-1", Reasoning = true }, Entry));

        Assert.Equal("fast", request.Headers["X-Lane"]);
        Assert.Equal("developer", request.Body.GetProperty("messages")[0].GetProperty("role").GetString());
        Assert.Equal(9, request.Body.GetProperty("max_tokens").GetInt32());
        Assert.Equal("xhigh", request.Body.GetProperty("reasoning_effort").GetString());
        Assert.False(request.Has("stream_options"));
    }

    [Fact]
    public async Task Headers_of_the_entry_win_and_the_key_can_stay_out()
    {
        var request = await SentAsync(FarEnd.Question, static settings => settings with
        {
            Headers = new Dictionary<string, string> { ["api-key"] = "azure-key-1" },
            Raw = JsonElement.Parse("""{"authHeader":false}"""),
        });

        Assert.Equal("azure-key-1", request.Headers["api-key"]);
        Assert.False(request.Headers.ContainsKey("Authorization"));
    }

    private static Task<RecordedRequest> SentAsync(ModelRequest request) => SentAsync(request, static settings => settings);

    private static async Task<RecordedRequest> SentAsync(ModelRequest request, Func<AgentProviderSettings, AgentProviderSettings> change)
    {
        await using var far = await FarEnd.StartAsync(null, change, Replies.Hello());
        await far.Provider.AskAsync(request);
        return far.Server.LastRequest;
    }
}
