using System.Text.Json;
using OpenClaw.Agents.Tests.OpenAI;
using OpenClaw.Agents.Tests.TestKit;
using OpenClaw.Content;

namespace OpenClaw.Agents.Tests.Conformance;

/// <summary>What every provider does, whichever format it speaks. A class for each format inherits it.</summary>
public abstract class ProviderConformance
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly ManualClock _clock = new();
    private readonly TaskCompletionSource _hungUp = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal abstract Dialect Dialect { get; }

    [Fact]
    public async Task An_answer_comes_in_pieces_with_its_usage()
    {
        await using var far = await Far.StartAsync(Dialect, Dialect.Hello());

        var updates = await far.Provider.AskAsync(Far.Question);

        Assert.Equal(["Hel", "lo"], updates.OfType<TextDelta>().Select(static update => update.Text));
        Assert.Equal(new ModelUsage(10, 4), updates.Usage());
        Assert.Equal(ModelStopReason.Completed, updates.StopReason());
    }

    [Fact]
    public async Task Thoughts_are_no_part_of_the_answer()
    {
        await using var far = await Far.StartAsync(Dialect, Dialect.Send([.. Dialect.Thought("hmm"), .. Dialect.Text("yes"), .. Dialect.End]));

        var updates = await far.Provider.AskAsync(Far.Question);

        Assert.Equal(("hmm", "yes"), (updates.Thinking(), updates.Text()));
    }

    [Fact]
    public async Task Parallel_calls_come_whole_and_with_ids_of_their_own()
    {
        await using var far = await Far.StartAsync(Dialect, Dialect.Send(Dialect.Calls(("one", """{"a":1}"""), ("two", """{"b":"x"}"""))));

        var updates = await far.Provider.AskAsync(Far.Question);

        Assert.Equal(["one", "two"], updates.Calls().Select(static call => call.Name));
        Assert.Equal("x", updates.Calls()[1].Arguments.GetProperty("b").GetString());
        Assert.Equal(2, updates.Calls().Select(static call => call.CallId).Distinct().Count());
        Assert.Equal(ModelStopReason.ToolCalls, updates.StopReason());
    }

    [Fact]
    public async Task Malformed_arguments_are_handed_on_as_the_model_wrote_them()
    {
        await using var far = await Far.StartAsync(Dialect, Dialect.Send(Dialect.Calls(("one", """{"a": tru"""))));

        var call = Assert.Single((await far.Provider.AskAsync(Far.Question)).Calls());

        Assert.Equal(JsonValueKind.String, call.Arguments.ValueKind);
        Assert.Equal("""{"a": tru""", call.Arguments.GetString());
    }

    [Fact]
    public async Task An_answer_at_its_limit_says_so()
    {
        await using var far = await Far.StartAsync(Dialect, Dialect.Send([.. Dialect.Text("cut"), .. Dialect.EndAtLimit]));

        Assert.Equal(ModelStopReason.MaxTokens, (await far.Provider.AskAsync(Far.Question)).StopReason());
    }

    [Fact]
    public async Task A_far_end_that_does_not_stream_is_understood()
    {
        var model = Far.WithModel(new ModelInfo { Id = "m-1" }, """ "streaming":false """);
        await using var far = await Far.StartAsync(Dialect, null, model, Replies.Json(Dialect.Whole("Hello")));

        var updates = await far.Provider.AskAsync(Far.Question);

        Assert.Equal("Hello", updates.Text());
        Assert.False(far.Server.LastRequest.Body.GetProperty("stream").GetBoolean());
    }

    [Fact]
    public async Task A_stream_that_ends_too_early_is_a_cut_stream()
    {
        await using var far = await Far.StartAsync(Dialect, Dialect.Send(Dialect.Text("hi")));

        var (failure, before) = await far.Provider.FailAsync(Far.Question);

        Assert.Equal(ModelFailure.Network, failure.Failure);
        Assert.Equal("hi", before.Text());
    }

    [Fact]
    public async Task A_connection_reset_in_the_middle_is_a_cut_stream()
    {
        var reset = new TaskCompletionSource();
        await using var far = await Far.StartAsync(Dialect, async context =>
        {
            await Dialect.Send(Dialect.Text("hi"))(context);
            await reset.Task.WaitAsync(context.RequestAborted);
            context.Abort();
        });
        await using var answer = far.Provider.StreamAsync(Far.Question, CancellationToken.None).GetAsyncEnumerator();
        Assert.True(await answer.MoveNextAsync());

        reset.SetResult();

        var failure = await Assert.ThrowsAsync<ModelException>(async () => await answer.MoveNextAsync());
        Assert.Equal(ModelFailure.Network, failure.Failure);
    }

    [Fact]
    public async Task Too_many_requests_say_when_to_come_back()
    {
        await using var far = await Far.StartAsync(Dialect, Replies.Status(429, """{"error":{"message":"slow down"}}""", ("Retry-After", "7")));

        var (failure, _) = await far.Provider.FailAsync(Far.Question);

        Assert.Equal((ModelFailure.RateLimited, TimeSpan.FromSeconds(7), 429), (failure.Failure, failure.RetryAfter, failure.HttpStatus));
        Assert.Single(far.Server.Requests);
    }

    [Fact]
    public async Task An_overloaded_far_end_is_named_as_such()
    {
        await using var far = await Far.StartAsync(Dialect, Replies.Status(529, """{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}"""));

        var (failure, _) = await far.Provider.FailAsync(Far.Question);

        Assert.Equal((ModelFailure.Overloaded, 529), (failure.Failure, failure.HttpStatus));
    }

    [Fact]
    public async Task An_error_inside_the_stream_is_no_answer()
    {
        await using var far = await Far.StartAsync(Dialect, Dialect.Send([.. Dialect.Text("hi"), Dialect.ErrorInStream]));

        var (failure, before) = await far.Provider.FailAsync(Far.Question);

        Assert.Equal(ModelFailure.Overloaded, failure.Failure);
        Assert.Equal("hi", before.Text());
    }

    [Fact]
    public async Task A_conversation_that_is_too_long_is_named_as_such()
    {
        await using var far = await Far.StartAsync(Dialect, Replies.Status(Dialect.Overflow.Status, Dialect.Overflow.Body));

        Assert.Equal(ModelFailure.ContextOverflow, (await far.Provider.FailAsync(Far.Question)).Failure.Failure);
    }

    [Fact]
    public async Task A_limit_by_the_minute_is_no_overflow()
    {
        await using var far = await Far.StartAsync(
            Dialect, Replies.Status(413, """{"error":{"message":"Request too large on tokens per minute (TPM): Limit 6000","code":"rate_limit_exceeded"}}"""));

        Assert.Equal(ModelFailure.RateLimited, (await far.Provider.FailAsync(Far.Question)).Failure.Failure);
    }

    [Fact]
    public async Task A_content_filter_is_named_as_such()
    {
        await using var far = await Far.StartAsync(Dialect, Replies.Status(Dialect.Filter.Status, Dialect.Filter.Body));

        Assert.Equal(ModelFailure.ContentFiltered, (await far.Provider.FailAsync(Far.Question)).Failure.Failure);
    }

    [Fact]
    public async Task A_piece_that_is_no_json_is_malformed()
    {
        await using var far = await Far.StartAsync(Dialect, Dialect.Send([.. Dialect.Text("hi"), "{\"half\":"]));

        Assert.Equal(ModelFailure.MalformedResponse, (await far.Provider.FailAsync(Far.Question)).Failure.Failure);
    }

    [Fact]
    public async Task A_slow_first_byte_is_given_up_in_time()
    {
        await using var far = await Far.StartAsync(Dialect, _clock, Short, Dialect.SendThenSilence(_hungUp));
        var failing = far.Provider.FailAsync(Far.Question);
        await far.Server.Arrived.WaitAsync(Patience);

        var (failure, _) = await _clock.AdvanceUntilAsync(failing, TimeSpan.FromSeconds(3));

        Assert.Equal(ModelFailure.Network, failure.Failure);
        await _hungUp.Task.WaitAsync(Patience);
    }

    [Fact]
    public async Task Silence_inside_an_answer_is_given_up_in_time()
    {
        await using var far = await Far.StartAsync(Dialect, _clock, Short, Dialect.SendThenSilence(_hungUp, Dialect.Text("hi")));
        await using var answer = far.Provider.StreamAsync(Far.Question, CancellationToken.None).GetAsyncEnumerator();
        Assert.True(await answer.MoveNextAsync());

        var failure = await Assert.ThrowsAsync<ModelException>(
            () => _clock.AdvanceUntilAsync(answer.MoveNextAsync().AsTask(), TimeSpan.FromSeconds(5)));

        Assert.Equal(ModelFailure.Network, failure.Failure);
    }

    [Fact]
    public async Task A_run_that_is_aborted_hangs_up()
    {
        await using var far = await Far.StartAsync(Dialect, Dialect.SendThenSilence(_hungUp, Dialect.Text("hi")));
        using var abort = new CancellationTokenSource();
        await using var answer = far.Provider.StreamAsync(Far.Question, abort.Token).GetAsyncEnumerator();
        Assert.True(await answer.MoveNextAsync());

        await abort.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await answer.MoveNextAsync());
        await _hungUp.Task.WaitAsync(Patience);
    }

    [Fact]
    [Trait("Threat", "NET-10")]
    public async Task A_giant_line_is_not_read_to_its_end()
    {
        await using var far = await Far.StartAsync(Dialect, static async context =>
        {
            var block = new byte[64 * 1024];
            block.AsSpan().Fill((byte)'x');
            while (!context.RequestAborted.IsCancellationRequested)
                await context.Response.Body.WriteAsync(block, context.RequestAborted);
        });

        Assert.Equal(ModelFailure.MalformedResponse, (await far.Provider.FailAsync(Far.Question)).Failure.Failure);
    }

    [Fact]
    [Trait("Threat", "NET-13")]
    public async Task A_key_that_is_sent_back_is_masked()
    {
        var echoed = JsonEncodedText.Encode(Far.ApiKey).ToString();
        await using var far = await Far.StartAsync(
            Dialect,
            Replies.Status(401, $$$"""{"error":{"message":"bad key {{{echoed}}}"}}"""),
            Dialect.Send([.. Dialect.Text($"your key is {echoed[..9]}", echoed[9..]), .. Dialect.End]));

        var (failure, _) = await far.Provider.FailAsync(Far.Question);
        var answer = await far.Provider.AskAsync(Far.Question);

        Assert.Equal(ModelFailure.Authentication, failure.Failure);
        Assert.DoesNotContain(Far.ApiKey, failure.ToString(), StringComparison.Ordinal);
        Assert.Equal("your key is [secret]", answer.Text());
    }

    [Fact]
    public async Task A_round_of_tools_goes_back_with_call_and_result()
    {
        var request = Far.Question with
        {
            Messages =
            [
                ModelMessage.User("weather?"),
                new ModelMessage(ModelRole.Assistant, [new ToolCallPart("id|1", "weather", JsonElement.Parse("""{"city":"Oslo"}"""))]),
                new ModelMessage(ModelRole.Tool, [new ToolResultPart("id|1", "weather", [new TextPart("rain \ud800")], IsError: false)]),
            ],
        };
        await using var far = await Far.StartAsync(Dialect, Dialect.Hello());

        Assert.Equal("Hello", (await far.Provider.AskAsync(request)).Text());

        var sent = far.Server.LastRequest.Body.GetRawText();
        Assert.Contains("Oslo", sent, StringComparison.Ordinal);
        Assert.Contains("rain ", sent, StringComparison.Ordinal);
    }

    private static AgentProviderSettings Short(AgentProviderSettings settings) =>
        settings with { FirstByteTimeout = TimeSpan.FromSeconds(3), IdleTimeout = TimeSpan.FromSeconds(5) };
}
