using System.Text.Json;
using OpenClaw.Agents.Offline;
using OpenClaw.Agents.Tests.TestKit;
using OpenClaw.Content;
using OpenClaw.Plugins;
using OpenClaw.Tools;

namespace OpenClaw.Agents.Tests.Offline;

public sealed class OfflineProviderTests : IDisposable
{
    private readonly TestScope _scope = new(settings: """{"wordDelayMs":0}""");

    [Fact]
    public async Task It_says_what_it_is_and_how_to_get_a_model()
    {
        var text = (await AskAsync("hello")).Text();

        Assert.StartsWith("You said: \"hello\"", text, StringComparison.Ordinal);
        Assert.Contains("no language model", text, StringComparison.Ordinal);
        Assert.Contains("http://127.0.0.1:11434/v1", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_snippet_it_shows_is_valid_configuration()
    {
        var text = (await AskAsync("hello")).Text();
        var snippet = text.Split("```json")[1].Split("```")[0];

        var provider = JsonElement.Parse(snippet).GetProperty("models").GetProperty("providers").GetProperty("ollama");
        Assert.Equal("openai-completions", provider.GetProperty("api").GetString());
    }

    [Fact]
    public async Task It_remembers_the_conversation()
    {
        var updates = await Provider().AskAsync(Request() with
        {
            Messages =
            [
                ModelMessage.User("[Sat 2026-11-21 09:58 UTC] my name is Ada"), ModelMessage.Assistant("hi"),
                ModelMessage.User("two"), ModelMessage.Assistant("hi"), ModelMessage.User("three"),
            ],
        });

        Assert.Contains("This is message 3 of our conversation; your first one was \"my name is Ada\".", updates.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_conversation_gives_the_same_answer()
    {
        var request = Request("hello") with { Thinking = ThinkingLevel.Low };

        Assert.Equal(await Provider().AskAsync(request), await Provider().AskAsync(request));
    }

    [Fact]
    public async Task Words_come_one_by_one_and_join_to_the_text()
    {
        var updates = await AskAsync("say 3 words");

        Assert.Equal(["word1 ", "word2 ", "word3"], updates.OfType<TextDelta>().Select(update => update.Text));
        Assert.Equal(ModelStopReason.Completed, updates.StopReason());
        Assert.Equal(new ModelUsage(3, 5), updates.Usage());
    }

    [Fact]
    public async Task Thoughts_come_only_when_asked_for()
    {
        Assert.Empty((await AskAsync("hello")).Thinking());
        Assert.Contains("high", (await Provider().AskAsync(Request("hello") with { Thinking = ThinkingLevel.High })).Thinking(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_that_name_tools_become_parallel_calls()
    {
        var updates = await AskAsync("please\nuse tool read with {\"path\":\"a\"}\nUse tool list");

        var calls = updates.Calls();
        Assert.Equal(["read", "list"], calls.Select(call => call.Name));
        Assert.Equal("a", calls[0].Arguments.GetProperty("path").GetString());
        Assert.Equal("{}", calls[1].Arguments.GetRawText());
        Assert.Equal(2, calls.Select(call => call.CallId).Distinct().Count());
        Assert.Equal(ModelStopReason.ToolCalls, updates.StopReason());
    }

    [Fact]
    public async Task Broken_arguments_are_passed_on_as_written() =>
        Assert.Equal("{oops", Assert.Single((await AskAsync("use tool read with {oops")).Calls()).Arguments.GetString());

    [Fact]
    public async Task Results_are_reported_and_not_asked_for_again()
    {
        var updates = await Provider().AskAsync(Request() with
        {
            Messages =
            [
                ModelMessage.User("use tool read\nuse tool list"),
                new ModelMessage(ModelRole.Assistant, [new ToolCallPart("1", "read", default), new ToolCallPart("2", "list", default)]),
                new ModelMessage(ModelRole.Tool, [new ToolResultPart("1", "read", [new TextPart("text")])]),
                new ModelMessage(ModelRole.Tool, [new ToolResultPart("2", "list", [new TextPart("denied")], IsError: true)]),
            ],
        });

        Assert.Equal("The tool read answered: text\n\nThe tool list failed: denied", updates.Text());
        Assert.Equal(ModelStopReason.Completed, updates.StopReason());
    }

    [Fact]
    public async Task A_tool_choice_is_obeyed()
    {
        var tool = new ToolDescriptor { Name = "read", Description = "Reads.", Parameters = JsonElement.Parse("{}") };
        var request = Request("use tool other") with { Tools = [tool] };

        Assert.Empty((await Provider().AskAsync(request with { ToolChoice = ToolChoice.None })).Calls());
        Assert.Equal("read", Assert.Single((await Provider().AskAsync(request with { ToolChoice = ToolChoice.Named("read") })).Calls()).Name);
        Assert.Equal("read", Assert.Single((await Provider().AskAsync(Request("hi") with { Tools = [tool], ToolChoice = ToolChoice.Required })).Calls()).Name);
    }

    [Theory]
    [InlineData("rate_limited", ModelFailure.RateLimited)]
    [InlineData("context_overflow", ModelFailure.ContextOverflow)]
    [InlineData("Quota_Exceeded", ModelFailure.QuotaExceeded)]
    public async Task Failures_can_be_asked_for(string kind, ModelFailure expected)
    {
        var (failure, before) = await Provider().FailAsync(Request($"fail with {kind} retry after 7s"));

        Assert.Equal(expected, failure.Failure);
        Assert.Equal(TimeSpan.FromSeconds(7), failure.RetryAfter);
        Assert.Empty(before);
    }

    [Fact]
    public async Task A_failure_in_the_middle_comes_after_its_words()
    {
        var (_, before) = await Provider().FailAsync(Request("say 9 words\nfail with network after 2 words"));

        Assert.Equal("word1 word2 ", before.Text());
    }

    [Fact]
    public async Task A_counted_failure_ends_after_its_count()
    {
        var provider = Provider();
        var request = Request("fail 2 times with overloaded");

        await provider.FailAsync(request);
        await provider.FailAsync(request);

        Assert.Equal(ModelStopReason.Completed, (await provider.AskAsync(request)).StopReason());
    }

    [Fact]
    public async Task A_cut_stream_has_no_last_update()
    {
        var updates = await AskAsync("say 9 words\ncut the stream after 1 word");

        Assert.Equal("word1 ", updates.Text());
        Assert.Empty(updates.OfType<ModelStopped>());
    }

    [Fact]
    public async Task Refusals_limits_and_help_are_there()
    {
        Assert.Equal(ModelStopReason.Refused, (await AskAsync("refuse to answer")).StopReason());
        Assert.Equal(ModelStopReason.MaxTokens, (await Provider().AskAsync(Request("say 50 words") with { MaxOutputTokens = 4 })).StopReason());
        Assert.Contains("use tool <name>", (await AskAsync("help")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_and_pacing_follow_the_clock()
    {
        var clock = new ManualClock();
        using var scope = new TestScope(clock, """{"wordDelayMs":1000}""");
        var started = clock.GetUtcNow();
        var answering = TestPluginBuilder.Build(new OfflinePlugin(), scope).AskAsync(Request("wait 30s\nsay 2 words"));

        var updates = await clock.AdvanceUntilAsync(answering, TimeSpan.FromSeconds(1));

        Assert.Equal("word1 word2", updates.Text());
        Assert.True(clock.GetUtcNow() - started >= TimeSpan.FromSeconds(32));
    }

    [Fact]
    public async Task Waiting_ends_when_the_run_is_aborted()
    {
        using var abort = new CancellationTokenSource();
        var answering = Provider().StreamAsync(Request("wait 30s"), abort.Token).ToListAsync();

        await abort.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answering);
    }

    [Fact]
    public async Task Another_model_is_refused_by_name()
    {
        var (failure, _) = await Provider().FailAsync(Request("hi") with { Model = "gpt" });

        Assert.Equal(ModelFailure.InvalidRequest, failure.Failure);
        Assert.Contains("offline/echo", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_are_paced_without_any_settings()
    {
        var clock = new ManualClock();
        using var scope = new TestScope(clock);
        var answering = TestPluginBuilder.Build(new OfflinePlugin(), scope).AskAsync(Request("say 10 words"));

        await clock.AdvanceUntilAsync(answering, TimeSpan.FromMilliseconds(15));

        Assert.True(clock.GetUtcNow() - new ManualClock().GetUtcNow() >= TimeSpan.FromMilliseconds(150));
    }

    [Theory]
    [InlineData("""{"wordDelayMs":-1}""")]
    [InlineData("""{"wordDelayMs":"fast"}""")]
    public void Wrong_settings_are_refused_with_their_name(string settings)
    {
        using var scope = new TestScope(settings: settings);

        var failure = Assert.Throws<PluginRegistrationException>(() => TestPluginBuilder.Build(new OfflinePlugin(), scope));

        Assert.Contains("wordDelayMs", failure.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _scope.Dispose();

    private static ModelRequest Request(string text = "") => new() { Model = "echo", Messages = [ModelMessage.User(text)] };

    private IAgentProvider Provider() => TestPluginBuilder.Build(new OfflinePlugin(), _scope);

    private Task<List<ModelUpdate>> AskAsync(string text) => Provider().AskAsync(Request(text));
}
