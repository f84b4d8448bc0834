using OpenClaw.Agents.Tests.TestKit;

namespace OpenClaw.Agents.Tests.OpenAI;

public sealed class AnswerTests
{
    [Fact]
    public async Task Text_comes_in_the_pieces_the_far_end_sent()
    {
        await using var far = await FarEnd.StartAsync(Replies.Hello());

        var updates = await far.Provider.AskAsync(FarEnd.Question);

        Assert.Equal(["Hel", "lo"], updates.OfType<TextDelta>().Select(update => update.Text));
        Assert.Equal(new ModelStopped(ModelStopReason.Completed, "resp-1"), updates.Last());
    }

    [Fact]
    public async Task Cached_tokens_are_counted_apart_from_the_prompt()
    {
        await using var far = await FarEnd.StartAsync(Replies.Hello());

        Assert.Equal(new ModelUsage(4, 4, 6), (await far.Provider.AskAsync(FarEnd.Question)).Usage());
    }

    [Theory]
    [InlineData("""{"reasoning_content":"hm"}""")]
    [InlineData("""{"reasoning":"hm"}""")]
    [InlineData("""{"content":[{"type":"thinking","thinking":[{"type":"text","text":"hm"}]}]}""")]
    public async Task Thoughts_are_told_from_the_answer(string delta)
    {
        await using var far = await FarEnd.StartAsync(Replies.Events(Replies.Delta(delta), Replies.Text("yes"), Replies.Finish, Replies.Done));

        var updates = await far.Provider.AskAsync(FarEnd.Question);

        Assert.Equal("hm", updates.Thinking());
        Assert.Equal("yes", updates.Text());
    }

    [Fact]
    public async Task An_answer_without_the_end_mark_and_usage_is_complete_once_it_named_its_reason()
    {
        await using var far = await FarEnd.StartAsync(Replies.Events(Replies.Text("hi"), Replies.Finish));

        var updates = await far.Provider.AskAsync(FarEnd.Question);

        Assert.Equal("hi", updates.Text());
        Assert.Equal(ModelStopReason.Completed, updates.StopReason());
        Assert.Empty(updates.OfType<UsageReported>());
    }

    [Fact]
    public async Task An_answer_with_the_end_mark_but_no_reason_is_complete()
    {
        await using var far = await FarEnd.StartAsync(Replies.Events(Replies.Text("hi"), Replies.Done));

        Assert.Equal(ModelStopReason.Completed, (await far.Provider.AskAsync(FarEnd.Question)).StopReason());
    }

    [Fact]
    public async Task Silence_after_the_reason_ends_the_answer_after_a_short_grace()
    {
        var clock = new ManualClock();
        var hungUp = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var far = await FarEnd.StartAsync(
            clock,
            static settings => settings with { IdleTimeout = TimeSpan.FromHours(2) },
            Replies.EventsThenSilence(hungUp, Replies.Text("hi"), Replies.Finish));
        await using var answer = far.Provider.StreamAsync(FarEnd.Question, CancellationToken.None).GetAsyncEnumerator();

        Assert.True(await answer.MoveNextAsync());
        Assert.True(await clock.AdvanceUntilAsync(answer.MoveNextAsync().AsTask(), TimeSpan.FromSeconds(1)));

        Assert.Equal(ModelStopReason.Completed, Assert.IsType<ModelStopped>(answer.Current).Reason);
    }

    [Fact]
    public async Task Chunks_of_other_kinds_and_keep_alives_are_passed_over()
    {
        await using var far = await FarEnd.StartAsync(Replies.Events(
            """{"object":"ping"}""",
            "null",
            """{"choices":[null]}""",
            """{"choices":[{"index":1,"delta":{"content":"other"}}]}""",
            "\n: working\n\ndata:",
            Replies.Text("Hello"),
            Replies.Finish,
            Replies.Done));

        Assert.Equal("Hello", (await far.Provider.AskAsync(FarEnd.Question)).Text());
    }

    [Theory]
    [InlineData("length", ModelStopReason.MaxTokens)]
    [InlineData("stop", ModelStopReason.Completed)]
    [InlineData("eos", ModelStopReason.Completed)]
    [InlineData("refusal", ModelStopReason.Refused)]
    public async Task Reasons_are_translated_and_unknown_ones_mean_done(string reason, ModelStopReason expected)
    {
        await using var far = await FarEnd.StartAsync(Replies.Events(
            Replies.Text("hi"), Replies.Finish.Replace("\"stop\"", $"\"{reason}\"", StringComparison.Ordinal), Replies.Done));

        Assert.Equal(expected, (await far.Provider.AskAsync(FarEnd.Question)).StopReason());
    }

    [Fact]
    public async Task A_refusal_is_shown_and_named()
    {
        await using var far = await FarEnd.StartAsync(Replies.Events(Replies.Delta("""{"refusal":"no"}"""), Replies.Finish, Replies.Done));

        var updates = await far.Provider.AskAsync(FarEnd.Question);

        Assert.Equal("no", updates.Text());
        Assert.Equal(ModelStopReason.Refused, updates.StopReason());
    }

    [Fact]
    public async Task A_far_end_that_does_not_stream_is_read_the_same_way()
    {
        const string Whole = """
            {"id":"w","choices":[{"index":0,"message":{"role":"assistant","content":"whole","tool_calls":[{"id":"a","type":"function","function":{"name":"f","arguments":"{}"}}]},"finish_reason":"tool_calls"}],"usage":{"prompt_tokens":3,"completion_tokens":2}}
            """;
        await using var far = await FarEnd.StartAsync(
            null, FarEnd.WithModel(new ModelInfo { Id = "m-1" }, "\"streaming\":false"), Replies.Json(Whole));

        var updates = await far.Provider.AskAsync(FarEnd.Question);

        Assert.Equal("whole", updates.Text());
        Assert.Equal("f", Assert.Single(updates.Calls()).Name);
        Assert.Equal(new ModelUsage(3, 2), updates.Usage());
        Assert.False(far.Server.LastRequest.Body.GetProperty("stream").GetBoolean());
        Assert.False(far.Server.LastRequest.Has("stream_options"));
    }

    [Fact]
    public async Task Hanging_up_reaches_the_far_end()
    {
        var hungUp = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var far = await FarEnd.StartAsync(Replies.EventsThenSilence(hungUp, Replies.Text("hi")));
        using var abort = new CancellationTokenSource();
        await using var answer = far.Provider.StreamAsync(FarEnd.Question, abort.Token).GetAsyncEnumerator();
        Assert.True(await answer.MoveNextAsync());

        var next = answer.MoveNextAsync().AsTask();
        await abort.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        await hungUp.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }
}
